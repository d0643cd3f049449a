/** Whether every channel moves, and how far it is behind. */
@NullMarked
package dev.orderflow.messaging.health;

import org.jspecify.annotations.NullMarked;
