/** The gateway's books, in a PostgreSQL database of its own. */
@NullMarked
package dev.orderflow.gatewaysimulator.persistence;

import org.jspecify.annotations.NullMarked;
