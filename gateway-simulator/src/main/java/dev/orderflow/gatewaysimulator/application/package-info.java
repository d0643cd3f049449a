/** How a charge is made, as the scenario of the moment wants it. */
@NullMarked
package dev.orderflow.gatewaysimulator.application;

import org.jspecify.annotations.NullMarked;
