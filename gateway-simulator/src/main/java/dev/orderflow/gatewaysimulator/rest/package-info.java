/** The gateway's HTTP interface: its resources and what they read and answer. */
@NullMarked
package dev.orderflow.gatewaysimulator.rest;

import org.jspecify.annotations.NullMarked;
