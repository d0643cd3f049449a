/** Query parameters, path ids and texts of requests. */
@NullMarked
package dev.orderflow.chassis.http.parameters;

import org.jspecify.annotations.NullMarked;
