/**
 * Exactly-once effects over Kafka and PostgreSQL: transactional outbox, batch consumer with inbox, dead letters. This
 * package is all that a service uses.
 *
 * <p>An event is published if and only if its transaction committed; at least once; in order per order id; and its
 * effect happens exactly once per service. A poison message never stops a channel.
 */
@NullMarked
package dev.orderflow.messaging;

import org.jspecify.annotations.NullMarked;
