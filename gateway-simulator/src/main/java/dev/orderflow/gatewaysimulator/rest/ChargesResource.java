package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.application.ChargeReply;
import dev.orderflow.gatewaysimulator.application.MakeCharge;
import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.domain.ChargeBehaviour;
import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.JsonExchange;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import io.helidon.http.Status;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Charges, one per key. */
public record ChargesResource(
        ChargeLedger ledger, Switchboard switchboard, MakeCharge makeCharge, DelayedAnswers later) {

    private static final Status UNPROCESSABLE_CONTENT_422 = Status.create(422, "Unprocessable Content");
    private static final String BROKEN_OFF = "{\"risk\":{";

    public static ChargesResource of(ChargeLedger ledger, MakeCharge makeCharge, DelayedAnswers later) {
        return new ChargesResource(ledger, new Switchboard(ledger), makeCharge, later);
    }

    public void route(HttpRoutes routes) {
        routes.at("/api/gateway/charges", Map.of("POST", this::charge, "GET", this::ofOrder))
                .at("/api/gateway/charges/{key}", Map.of("GET", this::find))
                .at("/api/gateway/charges/{key}/refunds", Map.of("POST", this::refund))
                .at("/api/gateway/charges/{key}/void", Map.of("POST", this::voidCharge));
    }

    private void charge(JsonExchange exchange) {
        String key = InputValidation.key(
                "Idempotency-Key", exchange.header("Idempotency-Key").orElse(null));
        ChargeRequest request = exchange.body(ChargeBody.class).valid();
        ChargeBehaviour behaviour = switchboard.behaviour(key, request.token());
        ChargeReply reply = makeCharge.charge(key, request, behaviour);
        switch (reply.manner()) {
            case AT_ONCE -> exchange.answer(charge(reply));
            case SLOWLY -> later.slowly(() -> exchange.answer(charge(reply)));
            case TOO_LATE -> later.tooLate(() -> exchange.answerNothing(Status.GATEWAY_TIMEOUT_504));
            case AS_AN_ERROR -> exchange.answerNothing(Status.INTERNAL_SERVER_ERROR_500);
            case GARBLED -> exchange.answerText(Status.OK_200, JsonExchange.JSON, BROKEN_OFF);
            case KEY_REUSED ->
                throw new ProblemException(
                        UNPROCESSABLE_CONTENT_422, "key-reused", "This key was used for a different charge.");
        }
    }

    private static Charge charge(ChargeReply reply) {
        return Objects.requireNonNull(reply.charge(), "charge");
    }

    private void ofOrder(JsonExchange exchange) {
        String orderId = exchange.query("orderId").orElse(null);
        exchange.answer(ledger.ofOrder(new InputValidation()
                .require("orderId", ChargeBody.isOrderId(orderId), "must have 1 to 100 characters")
                .valid(orderId)));
    }

    private void find(JsonExchange exchange) {
        String key = exchange.path("key");
        switchboard.requireUp(key);
        exchange.answer(known(key));
    }

    private void refund(JsonExchange exchange) {
        String key = exchange.path("key");
        switchboard.requireUp(key);
        ledger.refund(known(key).key());
        exchange.answer(known(key));
    }

    private void voidCharge(JsonExchange exchange) {
        String key = InputValidation.key("key", exchange.path("key"));
        switchboard.requireUp(key);
        ledger.voidCharge(key);
        exchange.answer(known(key));
    }

    /** Finds a charge. An invalid key was never used. */
    private Charge known(String key) {
        return (InputValidation.isKey(key) ? ledger.find(key) : Optional.<Charge>empty())
                .orElseThrow(() ->
                        ProblemException.notFound("unknown-charge", "No charge or void exists under key " + key + "."));
    }
}
