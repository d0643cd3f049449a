/** The lock per SKU in Redis. */
@NullMarked
package dev.orderflow.inventory.lock;

import org.jspecify.annotations.NullMarked;
