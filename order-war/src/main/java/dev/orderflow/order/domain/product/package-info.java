/** The product catalogue. No I/O. */
@NullMarked
package dev.orderflow.order.domain.product;

import org.jspecify.annotations.NullMarked;
