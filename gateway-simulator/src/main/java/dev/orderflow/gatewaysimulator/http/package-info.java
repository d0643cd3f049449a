/** What every request goes through: limits, the rules about where it comes from, JSON, and problems (RFC 9457). */
@NullMarked
package dev.orderflow.gatewaysimulator.http;

import org.jspecify.annotations.NullMarked;
