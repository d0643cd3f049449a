/** HTTP basics: limits, source rules, JSON, and problems (RFC 9457). */
@NullMarked
package dev.orderflow.gatewaysimulator.http;

import org.jspecify.annotations.NullMarked;
