/** The use cases, one class each, named by the verb. */
@NullMarked
package dev.orderflow.inventory.application.stock;

import org.jspecify.annotations.NullMarked;
