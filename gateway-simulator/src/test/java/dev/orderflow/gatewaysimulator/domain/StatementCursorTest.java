package dev.orderflow.gatewaysimulator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCursorTest {

    @Test
    void a_place_is_the_same_once_it_was_sent_and_came_back() {
        StatementCursor place =
                new StatementCursor(Instant.parse("2026-01-31T09:00:00.123456Z"), "a key with blanks", "CAPTURE");

        assertThat(StatementCursor.decode(place.encode())).isEqualTo(place);
        assertThat(place.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "%",
                "MjAyNi0wMS0zMVQwOTowMDowMFo", // a time alone
                "MSBDQVBUVVJFIGs", // 1 CAPTURE k
                "MjAyNi0wMS0zMVQwOTowMDowMFogQ0FQVFVSRSAA" // a NUL in the key
            })
    void what_was_never_sent_is_refused(String text) {
        assertThatThrownBy(() -> StatementCursor.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
