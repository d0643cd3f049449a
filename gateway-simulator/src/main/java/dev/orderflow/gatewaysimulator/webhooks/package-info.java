/** Signed webhooks to the merchant. */
@NullMarked
package dev.orderflow.gatewaysimulator.webhooks;

import org.jspecify.annotations.NullMarked;
