/** Holds a running service against its OpenAPI document, and the document against the service. */
@NullMarked
package dev.orderflow.events.openapi;

import org.jspecify.annotations.NullMarked;
