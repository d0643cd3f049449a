package dev.orderflow.chassis.http.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " {\"a\": [1, -0.5e3, true, null, \"x\", {}, []]} ",
                "[{\"a\": 1}, {\"a\": 1}]",
                "{\"a\": {\"a\": {\"a\": 1}}}",
                "{\"a\": \"\\u0041\", \"b\": \"\\ud83d\\ude00\", \"c\": \"ü😀\"}"
            })
    void a_document_passes(String body) {
        assertThatCode(() -> JsonBody.check(body.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    @Test
    void a_document_of_the_greatest_depth_passes() {
        assertThatCode(() -> JsonBody.check(nested("[", 32).getBytes(UTF_8))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{",
                "{\"a\":[",
                "{\"a\":[{\"b\":",
                "{\"a\":1",
                "[[]",
                "{\"a\"}",
                "{\"a\":1}}",
                "{} {}",
                "{}x",
                "[1,]",
                "[01]",
                "[+1]",
                "[1.]",
                "[NaN]",
                "['a']",
                "[\"\u0007\"]",
                "\ufeff{}",
                "// no\n{}",
                "42",
                "\"text\"",
                "null"
            })
    void what_is_no_document_is_refused(String body) {
        assertRefused(body.getBytes(UTF_8));
    }

    @Test
    void depth_is_refused_however_great_and_whatever_of() {
        assertRefused(nested("[", 33).getBytes(UTF_8));
        assertRefused("[".repeat(65_000).getBytes(UTF_8));
        assertRefused("{\"a\":".repeat(13_000).getBytes(UTF_8));
        assertRefused(("{\"x\":" + nested("[", 30_000) + "}").getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "1e2147483648", "1e-2147483648", "-1e-1000000", "1e99999999999", "1e33"})
    void a_number_that_nobody_means_is_refused(String number) {
        assertRefused(("{\"a\": " + number + "}").getBytes(UTF_8));
    }

    @Test
    void sixty_thousand_digits_are_refused() {
        assertRefused(("[1" + "0".repeat(60_000) + "]").getBytes(UTF_8));
        assertRefused(("[0." + "0".repeat(60_000) + "1]").getBytes(UTF_8));
    }

    @Test
    void a_name_that_comes_twice_is_refused_and_told() {
        assertThatThrownBy(() -> JsonBody.check("{\"b\": [{\"a\": 1, \"c\": 2, \"\\u0061\": 1}]}".getBytes(UTF_8)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void what_is_not_utf_8_is_refused() {
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'});
        assertRefused("{\"a\": \"ü\"}".getBytes(ISO_8859_1));
        assertRefused("{}".getBytes(UTF_16));
        assertRefused(new byte[] {'[', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ']'});
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "{\"\\ud800\": 1}"})
    void half_a_character_is_refused(String body) {
        assertRefused(body.getBytes(UTF_8));
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> JsonBody.check(body))
                .isInstanceOf(JsonException.class)
                .message()
                .matches("The body [a-zA-Z0-9 -]+\\.");
    }

    private static String nested(String bracket, int depth) {
        return bracket.repeat(depth) + "]".repeat(depth);
    }
}
