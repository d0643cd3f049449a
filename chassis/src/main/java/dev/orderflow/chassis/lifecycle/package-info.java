/**
 * Start and end of a service: it migrates the schema, reports whether it is started, ready and alive, and drains before
 * it ends.
 */
@NullMarked
package dev.orderflow.chassis.lifecycle;

import org.jspecify.annotations.NullMarked;
