/** Starts Orderflow on one machine without Docker: embedded backends and the three Liberty servers, as child processes. */
@NullMarked
package dev.orderflow.localstack;

import org.jspecify.annotations.NullMarked;
