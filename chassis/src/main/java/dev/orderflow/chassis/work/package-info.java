/** Background threads and periodic tasks, and the heartbeats by which liveness detects that they stall. */
@NullMarked
package dev.orderflow.chassis.work;

import org.jspecify.annotations.NullMarked;
