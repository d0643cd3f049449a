/** Events that failed for an unknown reason. They wait with their ordering key until the reason is known. */
@NullMarked
package dev.orderflow.messaging.consumer.setaside;

import org.jspecify.annotations.NullMarked;
