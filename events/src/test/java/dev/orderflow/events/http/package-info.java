/** Talks to a service as no well-behaved client would. */
@NullMarked
package dev.orderflow.events.http;

import org.jspecify.annotations.NullMarked;
