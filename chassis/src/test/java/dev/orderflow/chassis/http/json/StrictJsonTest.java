package dev.orderflow.chassis.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final Jsonb jsonb = new StrictJson().getContext(Amounts.class);

    /** Public, because JSON-B asks for it. */
    public record Amounts(Integer units, Long cents) {}

    @Test
    void whole_numbers_are_read() {
        assertThat(jsonb.fromJson("{\"units\": 3, \"cents\": 9223372036854775807}", Amounts.class))
                .isEqualTo(new Amounts(3, Long.MAX_VALUE));
        assertThat(jsonb.fromJson("{\"units\": 1e2, \"cents\": 0}", Amounts.class))
                .isEqualTo(new Amounts(100, 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2147483648", "1e99", "1e999999999", "\"7\"", "true", "[1]"})
    void a_number_that_would_have_to_be_cut_is_refused(String number) {
        assertThatThrownBy(() -> jsonb.fromJson("{\"units\": " + number + "}", Amounts.class))
                .isInstanceOf(JsonbException.class);
    }
}
