/** The port for placing orders. No I/O. */
@NullMarked
package dev.orderflow.order.domain.placing;

import org.jspecify.annotations.NullMarked;
