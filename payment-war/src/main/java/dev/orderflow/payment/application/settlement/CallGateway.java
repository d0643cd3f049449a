package dev.orderflow.payment.application.settlement;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.chassis.telemetry.Tracing;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Asks the gateway for the one thing that an open payment waits for. Not in a transaction: the answer may take its
 * time.
 */
@ApplicationScoped
public class CallGateway {

    @Inject
    PaymentGateway gateway;

    @Inject
    Tracing tracing;

    @Inject
    Event<ReceivedAnswer> answerReceived;

    /** In the trace of the order, which has gone on to wait for the answer. */
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
            // It never heard of the charge: repeat it. Should the first still arrive, the key makes it the same charge.
            case UNKNOWN -> gateway.find(claim.orderId()).orElseGet(() -> gateway.charge(claim));
            case VOIDING, EXPIRING -> gateway.voidCharge(claim.orderId());
            case REFUNDING -> gateway.refund(claim.orderId());
            case NEW, COMPLETED, FAILED, VOIDED, REFUNDED ->
                throw new IllegalStateException("Nothing to ask for: " + claim);
        };
    }
}
