/** The in-memory tables and transactions of a simulated service. */
@NullMarked
package dev.orderflow.systemtests.simulation.database;

import org.jspecify.annotations.NullMarked;
