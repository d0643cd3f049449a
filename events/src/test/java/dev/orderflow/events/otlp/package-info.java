/** A backend for the telemetry of the servers under test. */
@NullMarked
package dev.orderflow.events.otlp;

import org.jspecify.annotations.NullMarked;
