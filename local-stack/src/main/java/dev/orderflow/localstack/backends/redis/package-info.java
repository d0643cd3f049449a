/** Redis. */
@NullMarked
package dev.orderflow.localstack.backends.redis;

import org.jspecify.annotations.NullMarked;
