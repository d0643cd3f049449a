/** What can be said of a failure from its type alone, by the consumer of an event and by who answers a request. */
@NullMarked
package dev.orderflow.events.failure;

import org.jspecify.annotations.NullMarked;
