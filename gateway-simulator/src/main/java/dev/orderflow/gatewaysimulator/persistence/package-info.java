/** The gateway's ledger in its own PostgreSQL database. */
@NullMarked
package dev.orderflow.gatewaysimulator.persistence;

import org.jspecify.annotations.NullMarked;
