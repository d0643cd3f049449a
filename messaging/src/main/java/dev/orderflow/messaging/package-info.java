/**
 * Exactly-once effects over Kafka and PostgreSQL: transactional outbox, batch consumer with inbox, dead letters.
 * Services use this package only.
 *
 * <p>An event is published if and only if its transaction committed: at least once, and in order per ordering key. Its
 * effect happens exactly once per service. A poison message never stops a channel.
 */
@NullMarked
package dev.orderflow.messaging;

import org.jspecify.annotations.NullMarked;
