/** Logs, traces and metrics of all servers, and the alerts and the handbook that speak of them. */
@NullMarked
package dev.orderflow.systemtests.telemetry;

import org.jspecify.annotations.NullMarked;
