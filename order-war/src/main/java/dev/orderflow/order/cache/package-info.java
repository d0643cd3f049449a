/** The order cache in Redis: cache-aside, by version. */
@NullMarked
package dev.orderflow.order.cache;

import org.jspecify.annotations.NullMarked;
