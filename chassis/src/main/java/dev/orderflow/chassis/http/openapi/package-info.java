/** The problems of every operation, in the OpenAPI document. */
@NullMarked
package dev.orderflow.chassis.http.openapi;

import org.jspecify.annotations.NullMarked;
