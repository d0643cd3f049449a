/** Logs, traces and metrics of all servers, and the alerts and documents about them. */
@NullMarked
package dev.orderflow.systemtests.telemetry;

import org.jspecify.annotations.NullMarked;
