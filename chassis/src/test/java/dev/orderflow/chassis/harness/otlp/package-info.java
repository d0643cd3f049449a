/** A backend for the telemetry of the servers under test. */
@NullMarked
package dev.orderflow.chassis.harness.otlp;

import org.jspecify.annotations.NullMarked;
