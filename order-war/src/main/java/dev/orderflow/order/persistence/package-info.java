/** Implements the ports of the domain with JPA and SQL. */
@NullMarked
package dev.orderflow.order.persistence;

import org.jspecify.annotations.NullMarked;
