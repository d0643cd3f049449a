/** What tells an operator how the service is. */
@NullMarked
package dev.orderflow.payment.health;

import org.jspecify.annotations.NullMarked;
