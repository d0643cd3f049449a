package dev.orderflow.gatewaysimulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeBehaviourTest {

    @ParameterizedTest
    @CsvSource({
        "tok_approve, APPROVE,",
        "tok_slow, SLOW,",
        "tok_timeout_charged, TIMEOUT_CHARGED,",
        "tok_error_charged, ERROR_CHARGED,",
        "tok_timeout_uncharged, TIMEOUT_UNCHARGED,",
        "tok_garbled_charged, GARBLED_CHARGED,",
        "tok_hanging, HANGING,",
        "tok_webhook_first, WEBHOOK_FIRST,",
        "tok_webhook_twice, WEBHOOK_TWICE,",
        "tok_webhook_late, WEBHOOK_LATE,",
        "tok_decline, DECLINE, card_declined",
        "tok_decline_insufficient_funds, DECLINE, insufficient_funds",
        "tok_decline_expired_card, DECLINE, expired_card",
        "tok_decline_lost_card, DECLINE, lost_card",
        "tok_decline_suspected_fraud, DECLINE, suspected_fraud",
        "tok_decline_whatever, DECLINE, unknown_token",
        "insufficient_funds, DECLINE, unknown_token",
        "4111111111111111, DECLINE, unknown_token"
    })
    void the_token_decides_while_nothing_is_switched(String token, ChargeScenario scenario, String declineReason) {
        assertThat(GatewaySwitches.OFF.behaviour("key", token)).isEqualTo(new ChargeBehaviour(scenario, declineReason));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DECLINE")
    void a_switch_decides_whatever_the_token_says(ChargeScenario scenario) {
        assertThat(new GatewaySwitches(scenario, "lost_card", 100).behaviour("key", "tok_decline"))
                .isEqualTo(new ChargeBehaviour(scenario, null));
    }

    @Test
    void a_switch_declines_with_the_reason_that_it_names() {
        assertThat(new GatewaySwitches(ChargeScenario.DECLINE, "lost_card", 100).behaviour("key", "tok_approve"))
                .isEqualTo(new ChargeBehaviour(ChargeScenario.DECLINE, "lost_card"));
    }

    @Test
    void a_switch_for_a_share_is_always_or_never_for_a_charge() {
        GatewaySwitches down = new GatewaySwitches(ChargeScenario.DOWN, "card_declined", 30);

        long share = IntStream.range(0, 1_000)
                .mapToObj(i -> UUID.randomUUID().toString())
                .peek(key -> assertThat(down.isDown(key)).isEqualTo(down.isDown(key)))
                .filter(down::isDown)
                .count();

        assertThat(share).isBetween(200L, 400L);
    }
}
