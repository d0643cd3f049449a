/** Holds an OpenAPI document against the running resources. */
@NullMarked
package dev.orderflow.chassis.harness.openapi;

import org.jspecify.annotations.NullMarked;
