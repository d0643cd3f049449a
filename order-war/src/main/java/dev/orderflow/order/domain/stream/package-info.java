/** The log of status transitions. No I/O. */
@NullMarked
package dev.orderflow.order.domain.stream;

import org.jspecify.annotations.NullMarked;
