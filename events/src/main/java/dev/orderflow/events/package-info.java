/**
 * The wire contract: the events that the services exchange, their logical names, topics and headers. Depends on {@code
 * java} alone.
 */
@NullMarked
package dev.orderflow.events;

import org.jspecify.annotations.NullMarked;
