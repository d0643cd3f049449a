package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.json.UnreadableJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAnswerReaderTest {

    @Test
    void an_answer_is_read_to_its_end() throws IOException {
        byte[] answer = "x".repeat(100_000).getBytes(UTF_8);

        assertThat(GatewayAnswerReader.read(new ByteArrayInputStream(answer))).isEqualTo(answer);
    }

    @Test
    void an_answer_without_end_is_given_up() {
        assertThatThrownBy(() -> GatewayAnswerReader.read(new Endless()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void an_answer_that_takes_longer_than_the_time_out_is_given_up() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> GatewayAnswerReader.read(new Endless()))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"CAPTURED\", \"captured\": 18446744073709551617}",
                "{\"status\": \"CAPTURED\", \"refunded\": 4294967297.5}",
                "{\"status\": \"CAPTURED\", \"refunded\": null}",
                "{\"status\": \"CAPTURED\", \"captured\": \"5980\"}",
                "{\"status\": 1}",
                "[{\"status\": \"CAPTURED\"}]",
                "{\"status\": \"CAPTURED\"} {}",
                "{\"a\":{",
                "null",
                ""
            })
    void an_answer_of_another_form_is_a_failure_and_never_cut(String answer) {
        assertThatThrownBy(() -> charge(answer)).isInstanceOf(UnreadableJson.class);
    }

    @Test
    void what_the_gateway_adds_to_its_interface_is_ignored() throws IOException {
        assertThat(charge("{\"status\": \"CAPTURED\", \"captured\": 5980, \"fee\": {\"percent\": 1.4}}"))
                .isEqualTo(new ChargeState(null, null, "CAPTURED", null, 5980, 0, null));
    }

    @Test
    void text_is_such_as_can_be_stored_and_short() throws IOException {
        assertThat(charge("{\"reason\": \"card\\u0000refused\\ud800!\"}").reason())
                .isEqualTo("card\uFFFDrefused\uFFFD!");
        assertThat(charge("{\"reason\": \"\uD83D\uDE00\"}").reason()).isEqualTo("\uD83D\uDE00");
        assertThat(charge("{\"reason\": \"" + "x".repeat(1_000_000) + "\"}").reason())
                .isEqualTo("x".repeat(500));
        assertThat(charge("{\"reason\": \"" + "x".repeat(499) + "\uD83D\uDE00\"}")
                        .reason())
                .isEqualTo("x".repeat(499) + "\uFFFD");
    }

    private static ChargeState charge(String answer) throws IOException {
        return GatewayAnswerReader.read(new ByteArrayInputStream(answer.getBytes(UTF_8)), ChargeState.class);
    }

    /** Returns one byte per read. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int most) {
            buffer[from] = 'x';
            return 1;
        }
    }
}
