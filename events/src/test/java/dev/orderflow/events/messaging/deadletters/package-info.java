@NullMarked
package dev.orderflow.events.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
