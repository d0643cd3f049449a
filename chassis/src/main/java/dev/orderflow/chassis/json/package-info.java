/** JSON of requests, events and the gateway's answers: read exactly or not at all. */
@NullMarked
package dev.orderflow.chassis.json;

import org.jspecify.annotations.NullMarked;
