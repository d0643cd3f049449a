/** Traces and order ids in spans, events and log lines. */
@NullMarked
package dev.orderflow.chassis.telemetry;

import org.jspecify.annotations.NullMarked;
