package dev.orderflow.chassis.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may contain, including members that no record has. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RequestJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\"a\": [1, -0.5e3, true, null, \"x\", {}, []]} ",
                "{\"a\": [{\"a\": 1}, {\"a\": 1}]}",
                "{\"a\": {\"a\": {\"a\": 1}}}",
                "{\"a\": \"\\u0041\", \"b\": \"\\ud83d\\ude00\", \"c\": \"ü😀\"}"
            })
    void a_document_passes(String body) {
        assertThatCode(() -> check(body.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    @Test
    void a_document_of_the_greatest_depth_passes() {
        assertThatCode(() -> check(("{\"x\":" + nested("[", 31) + "}").getBytes(UTF_8)))
                .doesNotThrowAnyException();
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
        assertRefused(("{\"x\":" + nested("[", 32) + "}").getBytes(UTF_8));
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
        assertRefused(("{\"x\": 1" + "0".repeat(60_000) + "}").getBytes(UTF_8));
        assertRefused(("[0." + "0".repeat(60_000) + "1]").getBytes(UTF_8));
    }

    @Test
    void a_name_that_comes_twice_is_refused_and_told() {
        assertThatThrownBy(() -> check("{\"b\": [{\"a\": 1, \"c\": 2, \"\\u0061\": 1}]}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableJson.class)
                .hasMessage("b[0].a cannot be read: must not be named twice in one object");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\": [{\"sku\": \"a\\u0000b\"}]} | lines[0].sku",
                "{\"x\": {\"nobody\": \"\\u0000\"}}       | x.nobody",
                "{\"a\\u0000b\": 1}                    | ab"
            })
    void text_that_cannot_be_stored_is_refused_by_the_name_of_its_member(String body, String field) {
        assertThatThrownBy(() -> StrictJson.readRequest(body.getBytes(UTF_8), Order.class))
                .isInstanceOfSatisfying(
                        UnstorableText.class, text -> assertThat(text.field()).isEqualTo(field));
    }

    record Order(List<Line> lines) {}

    record Line(String sku) {}

    private static void check(byte[] body) {
        StrictJson.readRequest(body, Nothing.class);
        StrictJson.readRequest(body, Map.class);
    }

    record Nothing() {}

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"text\"", "true", "null"})
    void a_value_alone_is_refused_also_where_anything_else_is_taken(String body) {
        assertThatThrownBy(() -> StrictJson.readRequest(body.getBytes(UTF_8), Object.class))
                .isInstanceOf(UnreadableJson.class);
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> check(body)).isInstanceOf(UnreadableJson.class).isNotInstanceOf(UnstorableText.class);
    }

    private static String nested(String bracket, int depth) {
        return bracket.repeat(depth) + "]".repeat(depth);
    }
}
