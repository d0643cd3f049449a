/** The use cases of stock, one class each, named by the verb. */
@NullMarked
package dev.orderflow.inventory.application.stock;

import org.jspecify.annotations.NullMarked;
