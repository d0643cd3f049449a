/** Classifies failures by their type, and logs them without data. */
@NullMarked
package dev.orderflow.chassis.failure;

import org.jspecify.annotations.NullMarked;
