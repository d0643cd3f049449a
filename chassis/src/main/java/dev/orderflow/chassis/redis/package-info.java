/** Redis, without which every service goes on: connections whose every wait is limited, and one circuit breaker. */
@NullMarked
package dev.orderflow.chassis.redis;

import org.jspecify.annotations.NullMarked;
