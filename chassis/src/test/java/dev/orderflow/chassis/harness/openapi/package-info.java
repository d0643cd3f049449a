/** Tests that compare OpenAPI documents with running services. */
@NullMarked
package dev.orderflow.chassis.harness.openapi;

import org.jspecify.annotations.NullMarked;
