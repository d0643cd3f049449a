package dev.orderflow.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The card tok_1 was declined | The card *** was declined",
                "tok_1: tok_1 is stolen, (tok_1) | ***: *** is stolen, (***)",
                "tok_12 and my_tok_1 are others' | tok_12 and my_tok_1 are others'",
                "insufficient_funds | insufficient_funds"
            })
    void a_reason_that_quotes_the_token_is_kept_without_it(String reason, String kept) {
        assertThat(GatewayAnswer.declined(reason).masking("tok_1").reason()).isEqualTo(kept);
        assertThat(GatewayAnswer.unanswered(reason).masking("tok_1").reason()).isEqualTo(kept);
    }

    @Test
    void an_answer_without_a_reason_and_a_payment_without_a_token_stay_as_they_are() {
        assertThat(GatewayAnswer.captured().masking("tok_1")).isEqualTo(GatewayAnswer.captured());
        assertThat(GatewayAnswer.declined("no funds").masking("")).isEqualTo(GatewayAnswer.declined("no funds"));
    }

    @Test
    void a_token_of_any_characters_is_found() {
        assertThat(GatewayAnswer.declined("What is $1.\\E+? Nothing")
                        .masking("$1.\\E+?")
                        .reason())
                .isEqualTo("What is *** Nothing");
    }
}
