/** What tells an operator how the service is. */
@NullMarked
package dev.orderflow.order.health;

import org.jspecify.annotations.NullMarked;
