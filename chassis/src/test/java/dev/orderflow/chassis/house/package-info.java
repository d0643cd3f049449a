/** The architecture of the house as rules, and the proof that each bites. */
@NullMarked
package dev.orderflow.chassis.house;

import org.jspecify.annotations.NullMarked;
