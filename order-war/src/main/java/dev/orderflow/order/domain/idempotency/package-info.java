/** Orders and the catalogue: what they are and which life they lead. No I/O. */
@NullMarked
package dev.orderflow.order.domain.idempotency;

import org.jspecify.annotations.NullMarked;
