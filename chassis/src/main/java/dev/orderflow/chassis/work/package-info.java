/** Background threads and periodic tasks, with the heartbeats by which liveness sees that they move. */
@NullMarked
package dev.orderflow.chassis.work;

import org.jspecify.annotations.NullMarked;
