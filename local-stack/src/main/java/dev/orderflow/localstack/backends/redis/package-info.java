/** Redis for the local stack. */
@NullMarked
package dev.orderflow.localstack.backends.redis;

import org.jspecify.annotations.NullMarked;
