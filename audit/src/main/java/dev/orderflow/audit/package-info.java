/** A read-only checker: holds the three databases, the gateway's ledger, Kafka and the cache against each other. */
@NullMarked
package dev.orderflow.audit;

import org.jspecify.annotations.NullMarked;
