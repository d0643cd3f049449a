package dev.orderflow.chassis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void what_does_not_print_is_written_out() {
        assertThat(LogText.of("a\r\nb")).isEqualTo("a\\u000d\\u000ab");
        assertThat(LogText.of("a\u0085b\u2028c")).isEqualTo("a\\u0085b\\u2028c");
        assertThat(LogText.of("\u001b[31mred")).isEqualTo("\\u001b[31mred");
        assertThat(LogText.of("a\u202eb")).isEqualTo("a\\u202eb");
        assertThat(LogText.of("Größe 你好 😀")).isEqualTo("Größe 你好 😀");
    }

    @Test
    void what_is_long_is_cut() {
        assertThat(LogText.of("😀".repeat(501))).isEqualTo("😀".repeat(500) + "…");
        assertThat(LogText.of("x".repeat(500))).isEqualTo("x".repeat(500));
    }

    @Test
    void what_is_not_there_is_called_null() {
        assertThat(LogText.of(null)).isEqualTo("null");
    }
}
