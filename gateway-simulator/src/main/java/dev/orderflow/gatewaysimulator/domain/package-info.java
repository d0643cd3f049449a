/** What the gateway knows and decides. Plain Java. */
@NullMarked
package dev.orderflow.gatewaysimulator.domain;

import org.jspecify.annotations.NullMarked;
