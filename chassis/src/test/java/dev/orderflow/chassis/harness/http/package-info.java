/** Raw HTTP, and the contracts that every service keeps at its edge. */
@NullMarked
package dev.orderflow.chassis.harness.http;

import org.jspecify.annotations.NullMarked;
