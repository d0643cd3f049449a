/** Placing orders: admission control, group commit and the use case. */
@NullMarked
package dev.orderflow.order.application.placing;

import org.jspecify.annotations.NullMarked;
