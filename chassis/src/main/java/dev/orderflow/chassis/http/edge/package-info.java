/** Rejects requests by size, origin, host or content type before a resource sees them. */
@NullMarked
package dev.orderflow.chassis.http.edge;

import org.jspecify.annotations.NullMarked;
