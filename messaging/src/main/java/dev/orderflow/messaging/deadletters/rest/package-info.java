/** The HTTP API of dead letters and set-aside events. */
@NullMarked
package dev.orderflow.messaging.deadletters.rest;

import org.jspecify.annotations.NullMarked;
