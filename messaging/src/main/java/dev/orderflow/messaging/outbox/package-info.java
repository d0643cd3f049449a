/** Stores events in the transaction that causes them, and relays them to Kafka. */
@NullMarked
package dev.orderflow.messaging.outbox;

import org.jspecify.annotations.NullMarked;
