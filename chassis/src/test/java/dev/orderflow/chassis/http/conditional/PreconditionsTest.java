package dev.orderflow.chassis.http.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"2.v1\"", "\"2.v9\"", "\"1\", \"2\"", "\"1\",\t\"2.v1\"", "*", " * "})
    void a_change_is_allowed_when_if_match_names_the_version_in_any_form(String tags) {
        assertThat(ifMatch(tags).allow(2L)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"2\"",
                "W/\"2.v1\"",
                "\"3\"",
                "\"22\"",
                "\"02\"",
                "\"2.\"",
                "\"2.v1",
                "2",
                "",
                ",",
                "\"\"",
                "\"x\"",
                "\"99999999999999999999\""
            })
    void a_change_is_refused_when_if_match_names_the_version_weakly_or_another(String tags) {
        assertThat(ifMatch(tags).allow(2L)).isFalse();
    }

    @Test
    void nothing_matches_what_does_not_exist() {
        assertThat(ifMatch("*").allow(null)).isFalse();
        assertThat(ifMatch("\"0\"").allow(null)).isFalse();
        assertThat(ifNoneMatch("*").allow(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"2\"", "W/\"2\"", "\"1\", W/\"2.v1\"", "\"2.v9\""})
    void a_change_is_refused_when_if_none_match_names_the_version(String tags) {
        assertThat(ifNoneMatch(tags).allow(2L)).isFalse();
        assertThat(ifNoneMatch(tags).allow(3L)).isEqualTo(!tags.equals("*"));
    }

    private static Preconditions ifMatch(String tags) {
        return new Preconditions(List.of(tags), List.of());
    }

    private static Preconditions ifNoneMatch(String tags) {
        return new Preconditions(List.of(), List.of(tags));
    }
}
