/** The use cases, one class each, named by the verb. */
@NullMarked
package dev.orderflow.order.application;

import org.jspecify.annotations.NullMarked;
