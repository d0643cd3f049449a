/**
 * The ports of the domain on JPA. Locks are taken in one sequence everywhere: reservations by order id, then stock by
 * SKU.
 */
@NullMarked
package dev.orderflow.inventory.persistence;

import org.jspecify.annotations.NullMarked;
