package dev.orderflow.gatewaysimulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Thing(@Nullable String name, @Nullable Long amount) {}

    @Test
    void what_is_known_is_read_and_what_is_not_is_skipped() {
        assertThat(read("{\"amount\": 9007199254740993, \"else\": {\"a\": [1]}, \"name\": \"\u00e9\"}"))
                .isEqualTo(new Thing("\u00e9", 9007199254740993L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"a\"",
                "{",
                "{\"else\":{",
                "{} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": 1}",
                "{\"name\": true}",
                "{\"name\": {}}",
                "{\"amount\": \"1\"}",
                "{\"amount\": \"\"}",
                "{\"amount\": 1.5}",
                "{\"amount\": 1e400}",
                "{\"amount\": 9223372036854775808}",
                "{\"amount\": NaN}",
                "{\"amount\": 01}",
                "{'name': 'a'}",
                "{\"name\": \"a\",}"
            })
    void anything_else_is_refused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(ProblemException.class);
    }

    @Test
    void what_nests_without_end_is_refused() {
        assertThatThrownBy(() -> read("{\"else\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> Json.read("{\"name\": \"\u00e9\"}".getBytes(ISO_8859_1), Thing.class))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_refusal_quotes_nothing_of_the_body() {
        assertThatThrownBy(() -> read("{\"amount\": \"tok_secret\"}"))
                .hasMessageNotContaining("tok_secret")
                .hasNoCause();
    }

    private static Thing read(String body) {
        return Json.read(body.getBytes(UTF_8), Thing.class);
    }
}
