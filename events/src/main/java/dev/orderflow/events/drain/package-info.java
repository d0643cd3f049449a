/** The time between being told to end and ending. */
@NullMarked
package dev.orderflow.events.drain;

import org.jspecify.annotations.NullMarked;
