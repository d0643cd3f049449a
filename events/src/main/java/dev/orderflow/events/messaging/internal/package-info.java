/** How the messaging core works. Services use {@code dev.orderflow.events.messaging} only. */
@NullMarked
package dev.orderflow.events.messaging.internal;

import org.jspecify.annotations.NullMarked;
