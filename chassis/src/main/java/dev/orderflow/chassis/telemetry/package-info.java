/** One trace and one order id through everything that is done for an order: in spans, in events and in log lines. */
@NullMarked
package dev.orderflow.chassis.telemetry;

import org.jspecify.annotations.NullMarked;
