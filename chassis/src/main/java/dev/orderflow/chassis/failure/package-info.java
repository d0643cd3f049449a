/** What can be said of a failure from its type alone, and how it is logged without data. */
@NullMarked
package dev.orderflow.chassis.failure;

import org.jspecify.annotations.NullMarked;
