/** Errors as RFC 9457 problem details. They say what went wrong and what to do, and reveal no internals. */
@NullMarked
package dev.orderflow.chassis.http;

import org.jspecify.annotations.NullMarked;
