/**
 * Events that could not be handled for an unknown reason: they wait with their ordering key until the reason is known.
 */
@NullMarked
package dev.orderflow.messaging.consumer.setaside;

import org.jspecify.annotations.NullMarked;
