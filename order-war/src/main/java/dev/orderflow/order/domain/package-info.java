/** Orders: their state machine and their ports. No I/O. */
@NullMarked
package dev.orderflow.order.domain;

import org.jspecify.annotations.NullMarked;
