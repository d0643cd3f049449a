/** The three services and the gateway, with production code. */
@NullMarked
package dev.orderflow.systemtests.simulation.services;

import org.jspecify.annotations.NullMarked;
