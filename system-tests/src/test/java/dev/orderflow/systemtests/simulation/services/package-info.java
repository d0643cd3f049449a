/** The three services and the gateway, with the production code that decides. */
@NullMarked
package dev.orderflow.systemtests.simulation.services;

import org.jspecify.annotations.NullMarked;
