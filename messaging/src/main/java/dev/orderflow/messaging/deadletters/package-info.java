/** What could not be handled, for an operator to look at, to redrive or to discard: the same in every service. */
@NullMarked
package dev.orderflow.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
