/** Tests that compare OpenAPI documents with the classes that they describe, without a server. */
@NullMarked
package dev.orderflow.chassis.harness.openapi.drift;

import org.jspecify.annotations.NullMarked;
