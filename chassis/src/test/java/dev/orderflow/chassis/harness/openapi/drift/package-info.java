/** Holds an OpenAPI document against the classes that it describes, without a server. */
@NullMarked
package dev.orderflow.chassis.harness.openapi.drift;

import org.jspecify.annotations.NullMarked;
