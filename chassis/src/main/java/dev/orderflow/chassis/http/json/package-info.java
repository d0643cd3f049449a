/** Bodies of requests: strict JSON, and clear errors for what is not. */
@NullMarked
package dev.orderflow.chassis.http.json;

import org.jspecify.annotations.NullMarked;
