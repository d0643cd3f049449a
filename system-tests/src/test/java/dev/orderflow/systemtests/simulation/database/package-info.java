/** What a simulated service stores, in memory and in transactions. */
@NullMarked
package dev.orderflow.systemtests.simulation.database;

import org.jspecify.annotations.NullMarked;
