/**
 * Errors as RFC 9457 problem details, the same for every service: what went wrong and what to do about it, no
 * internals.
 */
@NullMarked
package dev.orderflow.chassis.http;

import org.jspecify.annotations.NullMarked;
