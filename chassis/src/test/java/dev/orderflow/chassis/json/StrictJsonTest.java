package dev.orderflow.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final UUID ID = UUID.fromString("01a206f8-021f-7798-a2bc-15cc07700889");

    enum Colour {
        RED,
        GREEN
    }

    record Amounts(@Nullable Integer units, @Nullable Long cents, int plainUnits, long plainCents) {}

    record Line(String sku) {}

    record Whole(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable List<Line> lines,
            @Nullable Line line) {}

    record Guarded(int units) {
        Guarded {
            if (units < 0) {
                throw new IllegalArgumentException("guard");
            }
        }
    }

    @Test
    void whole_numbers_are_read() {
        assertThat(StrictJson.read("""
                {"units": 3, "cents": 9223372036854775807, "plainUnits": -2147483648, "plainCents": 1}""", Amounts.class)).isEqualTo(new Amounts(3, Long.MAX_VALUE, Integer.MIN_VALUE, 1));
        assertThat(StrictJson.read("{\"units\": 1e2, \"cents\": 0, \"plainUnits\": 1.0}", Amounts.class))
                .isEqualTo(new Amounts(100, 0L, 1, 0));
        assertThat(StrictJson.read("{\"units\": null}", Amounts.class)).isEqualTo(new Amounts(null, null, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "2147483648",
                "4294967297",
                "18446744073709551617",
                "1e99",
                "1e999999999",
                "1e99999999999",
                "1e-999999999",
                "\"7\"",
                "\"\"",
                "true",
                "{}",
                "[]",
                "[1]"
            })
    void a_number_that_would_have_to_be_cut_or_converted_is_refused_by_name(String number) {
        for (String member : List.of("units", "plainUnits")) {
            refused("{\"" + member + "\": " + number + "}", Amounts.class, member);
        }
        String longer = number.matches("2147483648|4294967297") ? "9223372036854775808" : number;
        for (String member : List.of("cents", "plainCents")) {
            refused("{\"" + member + "\": " + longer + "}", Amounts.class, member);
        }
    }

    @Test
    void a_number_that_is_longer_than_anybody_means_is_refused() {
        refused("{\"x\": 1" + "0".repeat(60_000) + "}", Amounts.class, "");
        refused("{\"units\": 1" + "0".repeat(60_000) + "}", Amounts.class, "");
    }

    @Test
    void a_primitive_has_no_null() {
        refused("{\"plainUnits\": null}", Amounts.class, "plainUnits");
    }

    @Test
    void everything_else_is_read_in_the_one_form_that_it_has() {
        var whole = new Whole(
                ID,
                "ü😀",
                Instant.parse("2026-01-31T09:00:00.123456Z"),
                Colour.RED,
                List.of(new Line("a")),
                new Line("b"));

        assertThat(StrictJson.read(StrictJson.write(whole), Whole.class)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text': 1}                           | text",
                "{'text': 1.5}                         | text",
                "{'text': true}                        | text",
                "{'text': {}}                          | text",
                "{'text': ['a']}                       | text",
                "{'id': 1}                             | id",
                "{'id': ''}                            | id",
                "{'id': 'AaIG+AIfd5iivBXMB3AIiQ=='}    | id",
                "{'at': 1769850000}                    | at",
                "{'at': ''}                            | at",
                "{'at': '2026-01-31'}                  | at",
                "{'colour': 0}                         | colour",
                "{'colour': '0'}                       | colour",
                "{'colour': ''}                        | colour",
                "{'colour': ' RED'}                    | colour",
                "{'colour': 'red'}                     | colour",
                "{'colour': ['RED']}                   | colour",
                "{'lines': {}}                         | lines",
                "{'lines': ''}                         | lines",
                "{'lines': 'a'}                        | lines",
                "{'lines': ['a']}                      | lines[0]",
                "{'lines': [['a']]}                    | lines[0]",
                "{'lines': [[{'sku': 'a'}]]}           | lines[0]",
                "{'lines': [{'sku': 'a'}, {'sku': 1}]} | lines[1].sku",
                "{'line': []}                          | line",
                "{'line': ''}                          | line",
                "{'line': 'a'}                         | line",
                "{'line': 7}                           | line",
                "{'line': [{'sku': 'a'}]}              | line",
                "[]                                    | ''",
                "[{}]                                  | ''",
                "'text'                                | ''",
                "7                                     | ''",
                "true                                  | ''",
                "null                                  | ''",
                "{} {}                                 | ''",
                "{'line': {'sku': 'a'                  | ''",
                "{'x': NaN}                            | ''"
            })
    void what_has_another_form_is_refused_by_name(String json, String field) {
        refused(json.replace('\'', '"'), Whole.class, field);
    }

    @Test
    void an_array_is_not_its_first_element() {
        refused("[{\"units\": 1}, {\"units\": 2}]", Amounts.class, "");
    }

    @Test
    void what_a_record_refuses_comes_through_as_it_is() {
        assertThatThrownBy(() -> StrictJson.read("{\"units\": -1}", Guarded.class))
                .hasMessage("guard");
    }

    @Test
    void members_that_are_not_known_are_ignored_whatever_they_are() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThat(StrictJson.read(
                        "{\"x\": " + deep + ", \"y\": 1" + "0".repeat(100) + ", \"sku\": \"a\"}", Line.class))
                .isEqualTo(new Line("a"));
    }

    @Test
    void nothing_of_what_cannot_be_read_is_quoted() {
        assertThatThrownBy(() -> StrictJson.read("{\"units\": \"secret\"}", Amounts.class))
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> StrictJson.read("{\"units\": secret", Amounts.class))
                .hasMessage("no JSON from line 1, column 11 on");
    }

    @Test
    void members_are_written_by_name_without_those_that_are_null() {
        assertThat(StrictJson.write(new Amounts(null, 1L, 2, 3)))
                .isEqualTo("{\"cents\":1,\"plainCents\":3,\"plainUnits\":2}");
        assertThat(StrictJson.write(Map.of("a", "b"))).isEqualTo("{\"a\":\"b\"}");
    }

    private static void refused(String json, Class<?> type, String field) {
        assertThatThrownBy(() -> StrictJson.read(json, type))
                .isInstanceOfSatisfying(
                        UnreadableJson.class,
                        unreadable -> assertThat(unreadable.field()).isEqualTo(field));
    }
}
