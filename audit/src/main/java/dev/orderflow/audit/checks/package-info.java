/** Invariants within one service, the cache or Kafka. */
@NullMarked
package dev.orderflow.audit.checks;

import org.jspecify.annotations.NullMarked;
