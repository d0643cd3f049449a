/** Every handler and every use case dies before each of its statements, before and after its commit. */
@NullMarked
package dev.orderflow.systemtests.crash;

import org.jspecify.annotations.NullMarked;
