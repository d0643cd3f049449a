/** Making a charge in the selected scenario. */
@NullMarked
package dev.orderflow.gatewaysimulator.application;

import org.jspecify.annotations.NullMarked;
