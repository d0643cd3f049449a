/** Conditional requests (RFC 9110, section 13). */
@NullMarked
package dev.orderflow.chassis.http.conditional;

import org.jspecify.annotations.NullMarked;
