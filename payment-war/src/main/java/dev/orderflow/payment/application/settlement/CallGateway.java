package dev.orderflow.payment.application.settlement;

import dev.orderflow.chassis.telemetry.OrderTracing;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Makes the call that an open payment requires. Not in a transaction, because the gateway may be slow. */
@ApplicationScoped
public class CallGateway {

    @Inject
    PaymentGateway gateway;

    @Inject
    OrderTracing tracing;

    @Inject
    Event<ReceivedAnswer> answerReceived;

    /** Calls the gateway in the trace of the order. */
    public ReceivedAnswer ask(PaymentClaim claim) {
        ReceivedAnswer answered = tracing.resume(
                "ask gateway",
                claim.traceParent(),
                claim.orderId().toString(),
                () -> new ReceivedAnswer(claim.orderId(), answer(claim), TraceContext.current()));
        answerReceived.fire(answered);
        return answered;
    }

    private GatewayAnswer answer(PaymentClaim claim) {
        return switch (claim.status()) {
            case PENDING -> gateway.charge(claim);
            // The gateway does not know the charge: repeat it. If the first request still arrives, the key makes both
            // one charge.
            case UNKNOWN -> gateway.find(claim.orderId()).orElseGet(() -> gateway.charge(claim));
            case VOIDING, EXPIRING -> gateway.voidCharge(claim.orderId());
            case REFUNDING -> gateway.refund(claim.orderId());
            case NEW, COMPLETED, FAILED, VOIDED, REFUNDED ->
                throw new IllegalStateException("Nothing to ask for: " + claim);
        };
    }
}
