package dev.orderflow.payment.application.settlement;

import dev.orderflow.chassis.telemetry.OrderTracing;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.payment.domain.Answer;
import dev.orderflow.payment.domain.Claim;
import dev.orderflow.payment.domain.Gateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Asks the gateway for the one thing that an open payment waits for. Not in a transaction: the answer may take its
 * time.
 */
@ApplicationScoped
public class AskGateway {

    @Inject
    Gateway gateway;

    @Inject
    OrderTracing tracing;

    @Inject
    Event<Answered> heard;

    /** In the trace of the order, which has gone on to wait for the answer. */
    public Answered ask(Claim claim) {
        Answered answered = tracing.resume(
                "ask gateway",
                claim.traceParent(),
                claim.orderId().toString(),
                () -> new Answered(claim.orderId(), answer(claim), TraceContext.current()));
        heard.fire(answered);
        return answered;
    }

    private Answer answer(Claim claim) {
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
