/** What a service does again and again, by itself. */
@NullMarked
package dev.orderflow.events.schedule;

import org.jspecify.annotations.NullMarked;
