/** Where a request comes from, and what a page from there may do. */
@NullMarked
package dev.orderflow.gatewaysimulator.source;

import org.jspecify.annotations.NullMarked;
