/** The source of requests: host names, origins and CORS. */
@NullMarked
package dev.orderflow.gatewaysimulator.source;

import org.jspecify.annotations.NullMarked;
