/** Access to Redis, which is optional for every service: connections with limited waits, and one circuit breaker. */
@NullMarked
package dev.orderflow.chassis.redis;

import org.jspecify.annotations.NullMarked;
