/** Strict JSON for requests, events and gateway responses. */
@NullMarked
package dev.orderflow.chassis.json;

import org.jspecify.annotations.NullMarked;
