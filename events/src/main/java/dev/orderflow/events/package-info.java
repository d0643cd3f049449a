/**
 * The wire contract: the domain events that the services exchange, their logical names, topics and headers. Imports
 * only {@code java} and JSpecify.
 */
@NullMarked
package dev.orderflow.events;

import org.jspecify.annotations.NullMarked;
