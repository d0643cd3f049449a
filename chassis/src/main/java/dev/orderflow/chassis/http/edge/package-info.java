/** What is refused before a resource sees it: by size, origin, host or content type. */
@NullMarked
package dev.orderflow.chassis.http.edge;

import org.jspecify.annotations.NullMarked;
