package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.application.Reply.Manner;
import dev.orderflow.gatewaysimulator.domain.Behaviour;
import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import dev.orderflow.gatewaysimulator.domain.Ledger;
import dev.orderflow.gatewaysimulator.domain.Scenario;

/**
 * Charges a key once, and plays the scenario that its token or a switch names. A repeated request gets the first
 * answer.
 */
public record MakeCharge(Ledger ledger, Merchant merchant) {

    public Reply charge(String key, ChargeRequest request, Behaviour behaviour) {
        Scenario scenario = behaviour.scenario();
        if (scenario == Scenario.HANGING || (scenario == Scenario.TIMEOUT_UNCHARGED && ledger.lose(key))) {
            return Reply.of(Manner.TOO_LATE);
        }
        return ledger.charge(key, request, behaviour.declineReason())
                .map(charge -> answerFirst(scenario, charge))
                .orElseGet(() -> repeated(ledger.find(key).orElseThrow(), request));
    }

    private Reply answerFirst(Scenario scenario, Charge charge) {
        return switch (scenario) {
            case SLOW -> new Reply(Manner.SLOWLY, charge);
            case TIMEOUT_CHARGED -> Reply.of(Manner.TOO_LATE);
            case ERROR_CHARGED -> Reply.of(Manner.AS_AN_ERROR);
            case GARBLED_CHARGED -> Reply.of(Manner.GARBLED);
            case WEBHOOK_FIRST -> {
                merchant.tell(charge, 1);
                yield Reply.of(Manner.TOO_LATE);
            }
            case WEBHOOK_TWICE -> {
                merchant.tell(charge, 2);
                yield new Reply(Manner.AT_ONCE, charge);
            }
            case WEBHOOK_LATE -> {
                merchant.tellLate(charge);
                yield new Reply(Manner.AT_ONCE, charge);
            }
            case APPROVE, DECLINE, TIMEOUT_UNCHARGED, HANGING, DOWN -> new Reply(Manner.AT_ONCE, charge);
        };
    }

    private static Reply repeated(Charge charge, ChargeRequest request) {
        return charge.answers(request) ? new Reply(Manner.AT_ONCE, charge) : Reply.of(Manner.KEY_REUSED);
    }
}
