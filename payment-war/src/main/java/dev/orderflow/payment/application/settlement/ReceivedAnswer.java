package dev.orderflow.payment.application.settlement;

import dev.orderflow.payment.domain.GatewayAnswer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the gateway about an order.
 *
 * @param traceParent of the request, in the form of W3C Trace Context
 */
public record ReceivedAnswer(
        UUID orderId, GatewayAnswer answer, @Nullable String traceParent) {}
