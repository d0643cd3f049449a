/** What one service, the cache or Kafka must hold alone. */
@NullMarked
package dev.orderflow.audit.checks;

import org.jspecify.annotations.NullMarked;
