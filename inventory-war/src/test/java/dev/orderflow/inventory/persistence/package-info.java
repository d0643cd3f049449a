/** The use cases on a real database, without a server. */
@NullMarked
package dev.orderflow.inventory.persistence;

import org.jspecify.annotations.NullMarked;
