/** What the tests of all modules share. */
@NullMarked
package dev.orderflow.chassis.harness;

import org.jspecify.annotations.NullMarked;
