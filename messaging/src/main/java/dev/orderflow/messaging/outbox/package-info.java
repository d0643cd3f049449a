/** Stores events with the transaction that caused them, and relays them to Kafka. */
@NullMarked
package dev.orderflow.messaging.outbox;

import org.jspecify.annotations.NullMarked;
