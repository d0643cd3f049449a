/** What a service forgets by itself. */
@NullMarked
package dev.orderflow.events.retention;

import org.jspecify.annotations.NullMarked;
