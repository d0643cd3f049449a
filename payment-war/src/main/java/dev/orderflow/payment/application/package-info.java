/** The use cases: request, abandon and show payments; handle webhooks. */
@NullMarked
package dev.orderflow.payment.application;

import org.jspecify.annotations.NullMarked;
