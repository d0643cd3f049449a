package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.application.MakeCharge;
import dev.orderflow.gatewaysimulator.application.Reply;
import dev.orderflow.gatewaysimulator.domain.Behaviour;
import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import dev.orderflow.gatewaysimulator.domain.Ledger;
import dev.orderflow.gatewaysimulator.http.Exchange;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import dev.orderflow.gatewaysimulator.http.Routes;
import io.helidon.http.Status;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Charges: one for each key. */
public record ChargesResource(Ledger ledger, Switchboard switchboard, MakeCharge makeCharge, DelayedAnswers later) {

    private static final Status UNPROCESSABLE_CONTENT_422 = Status.create(422, "Unprocessable Content");
    private static final String BROKEN_OFF = "{\"risk\":{";

    public static ChargesResource of(Ledger ledger, MakeCharge makeCharge, DelayedAnswers later) {
        return new ChargesResource(ledger, new Switchboard(ledger), makeCharge, later);
    }

    public void route(Routes routes) {
        routes.at("/api/gateway/charges", Map.of("POST", this::charge, "GET", this::ofOrder))
                .at("/api/gateway/charges/{key}", Map.of("GET", this::find))
                .at("/api/gateway/charges/{key}/refunds", Map.of("POST", this::refund))
                .at("/api/gateway/charges/{key}/void", Map.of("POST", this::voidCharge));
    }

    private void charge(Exchange exchange) {
        String key =
                Input.key("Idempotency-Key", exchange.header("Idempotency-Key").orElse(null));
        ChargeRequest request = exchange.body(ChargeBody.class).valid();
        Behaviour behaviour = switchboard.behaviour(key, request.token());
        Reply reply = makeCharge.charge(key, request, behaviour);
        switch (reply.manner()) {
            case AT_ONCE -> exchange.answer(charge(reply));
            case SLOWLY -> later.slowly(() -> exchange.answer(charge(reply)));
            case TOO_LATE -> later.tooLate(() -> exchange.answerNothing(Status.GATEWAY_TIMEOUT_504));
            case AS_AN_ERROR -> exchange.answerNothing(Status.INTERNAL_SERVER_ERROR_500);
            case GARBLED -> exchange.answerText(Status.OK_200, Exchange.JSON, BROKEN_OFF);
            case KEY_REUSED ->
                throw new ProblemException(
                        UNPROCESSABLE_CONTENT_422, "key-reused", "This key was used for a different charge.");
        }
    }

    private static Charge charge(Reply reply) {
        return Objects.requireNonNull(reply.charge(), "charge");
    }

    private void ofOrder(Exchange exchange) {
        String orderId = exchange.query("orderId").orElse(null);
        exchange.answer(ledger.ofOrder(new Input()
                .require("orderId", ChargeBody.isOrderId(orderId), "must have 1 to 100 characters")
                .valid(orderId)));
    }

    private void find(Exchange exchange) {
        String key = exchange.path("key");
        switchboard.requireUp(key);
        exchange.answer(known(key));
    }

    private void refund(Exchange exchange) {
        String key = exchange.path("key");
        switchboard.requireUp(key);
        known(key);
        ledger.refund(key);
        exchange.answer(known(key));
    }

    private void voidCharge(Exchange exchange) {
        String key = Input.key("key", exchange.path("key"));
        switchboard.requireUp(key);
        ledger.voidCharge(key);
        exchange.answer(known(key));
    }

    /** What is no key was never one. */
    private Charge known(String key) {
        return (Input.isKey(key) ? ledger.find(key) : Optional.<Charge>empty())
                .orElseThrow(() ->
                        ProblemException.notFound("unknown-charge", "No charge or void exists under key " + key + "."));
    }
}
