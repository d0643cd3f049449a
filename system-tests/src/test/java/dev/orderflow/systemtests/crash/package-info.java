/** Crashes every handler and every use case at each of its statements, and before and after its commit. */
@NullMarked
package dev.orderflow.systemtests.crash;

import org.jspecify.annotations.NullMarked;
