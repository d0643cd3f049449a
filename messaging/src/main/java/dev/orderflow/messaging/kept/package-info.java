/** Events that an older version of a service leaves to a newer one. */
@NullMarked
package dev.orderflow.messaging.kept;

import org.jspecify.annotations.NullMarked;
