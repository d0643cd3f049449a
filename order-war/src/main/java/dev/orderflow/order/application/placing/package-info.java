/** The use cases, one class each. */
@NullMarked
package dev.orderflow.order.application.placing;

import org.jspecify.annotations.NullMarked;
