/** Dead letters: events that a service could not handle or send, for an operator to inspect, redrive or discard. */
@NullMarked
package dev.orderflow.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
