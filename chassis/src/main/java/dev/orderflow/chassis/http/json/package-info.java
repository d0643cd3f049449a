/** Reads request bodies as strict JSON. */
@NullMarked
package dev.orderflow.chassis.http.json;

import org.jspecify.annotations.NullMarked;
