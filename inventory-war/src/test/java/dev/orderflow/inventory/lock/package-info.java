/** The lock per SKU on a real Redis, without a server. */
@NullMarked
package dev.orderflow.inventory.lock;

import org.jspecify.annotations.NullMarked;
