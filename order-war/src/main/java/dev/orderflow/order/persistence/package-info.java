/** The ports of the domain on JPA. */
@NullMarked
package dev.orderflow.order.persistence;

import org.jspecify.annotations.NullMarked;
