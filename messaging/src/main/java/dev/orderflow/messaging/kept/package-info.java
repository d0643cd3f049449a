/** Events that an older version of a service keeps for a newer one. */
@NullMarked
package dev.orderflow.messaging.kept;

import org.jspecify.annotations.NullMarked;
