/** A read-only checker of the invariants across the three databases, the gateway's ledger, Kafka and the cache. */
@NullMarked
package dev.orderflow.audit;

import org.jspecify.annotations.NullMarked;
