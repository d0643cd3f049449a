package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.application.ChargeReply.Manner;
import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.domain.ChargeBehaviour;
import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import dev.orderflow.gatewaysimulator.domain.ChargeScenario;

/** Charges a key once, in the scenario that its token or a switch selects. A repeated request gets the first answer. */
public record MakeCharge(ChargeLedger ledger, WebhookSender webhooks) {

    public ChargeReply charge(String key, ChargeRequest request, ChargeBehaviour behaviour) {
        ChargeScenario scenario = behaviour.scenario();
        if (scenario == ChargeScenario.HANGING
                || (scenario == ChargeScenario.TIMEOUT_UNCHARGED && ledger.loseOnce(key))) {
            return ChargeReply.of(Manner.TOO_LATE);
        }
        return ledger.charge(key, request, behaviour.declineReason())
                .map(charge -> answerFirst(scenario, charge))
                .orElseGet(() -> repeated(ledger.find(key).orElseThrow(), request));
    }

    private ChargeReply answerFirst(ChargeScenario scenario, Charge charge) {
        return switch (scenario) {
            case SLOW -> new ChargeReply(Manner.SLOWLY, charge);
            case TIMEOUT_CHARGED -> ChargeReply.of(Manner.TOO_LATE);
            case ERROR_CHARGED -> ChargeReply.of(Manner.AS_AN_ERROR);
            case GARBLED_CHARGED -> ChargeReply.of(Manner.GARBLED);
            case WEBHOOK_FIRST -> {
                webhooks.send(charge, 1);
                yield ChargeReply.of(Manner.TOO_LATE);
            }
            case WEBHOOK_TWICE -> {
                webhooks.send(charge, 2);
                yield new ChargeReply(Manner.AT_ONCE, charge);
            }
            case WEBHOOK_LATE -> {
                webhooks.sendLate(charge);
                yield new ChargeReply(Manner.AT_ONCE, charge);
            }
            case APPROVE, DECLINE, TIMEOUT_UNCHARGED, HANGING, DOWN -> new ChargeReply(Manner.AT_ONCE, charge);
        };
    }

    private static ChargeReply repeated(Charge charge, ChargeRequest request) {
        return charge.answers(request) ? new ChargeReply(Manner.AT_ONCE, charge) : ChargeReply.of(Manner.KEY_REUSED);
    }
}
