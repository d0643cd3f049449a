/** Errors as RFC 9457 problem details in every service. They say what went wrong and what to do, without internals. */
@NullMarked
package dev.orderflow.chassis.http;

import org.jspecify.annotations.NullMarked;
