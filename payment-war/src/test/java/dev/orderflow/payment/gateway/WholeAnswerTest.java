package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {

    @Test
    void an_answer_is_read_to_its_end() throws IOException {
        byte[] answer = "x".repeat(100_000).getBytes(UTF_8);

        assertThat(WholeAnswer.read(new ByteArrayInputStream(answer))).isEqualTo(answer);
    }

    @Test
    void an_answer_without_end_is_given_up() {
        assertThatThrownBy(() -> WholeAnswer.read(new Endless()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void an_answer_that_takes_longer_than_the_time_out_is_given_up() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> WholeAnswer.read(new Endless())).isInstanceOf(InterruptedIOException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /** Drips: a byte is what each read gets. */
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
