/** What requests may carry beside their bodies: query parameters, ids and texts. */
@NullMarked
package dev.orderflow.chassis.http.parameters;

import org.jspecify.annotations.NullMarked;
