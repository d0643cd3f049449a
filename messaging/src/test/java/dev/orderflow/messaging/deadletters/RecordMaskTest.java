package dev.orderflow.messaging.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.EventHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMaskTest {

    private static final String ID = "01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c";

    @Test
    void what_the_contract_knows_is_shown_as_it_came() {
        String text = """
                { "orderId": "%s", "lines": [{"sku": "BOOK-001", "quantity": 2}], "reason": null }""".formatted(ID);

        assertThat(RecordMask.payload(text)).isEqualTo(text);
        assertThat(RecordMask.payload(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'payment': {'amount': 2990, 'currency': 'EUR', 'token': 'S'}} | {'payment':{'amount':2990,'currency':'EUR','token':'***'}}",
                "{'a': [[{'b': {'TOKEN': 'S'}}]]}            | {'a':[[{'b':{'TOKEN':'***'}}]]}",
                "{'t\\u006fken': 'S'}                         | {'token':'***'}",
                "{'paymentToken': {'sku': 'S', 'amount': 1}}  | {'paymentToken':{'sku':'***','amount':'***'}}",
                "{'token': ['S', 17, true, null]}             | {'token':['***','***',true,null]}",
                "{'payment': 'S', 'note': 'S'}                | {'payment':'***','note':'***'}",
                "{'amount': 'S', 'orderId': 'S'}              | {'amount':'***','orderId':'***'}",
                "{'lines': ['S']}                             | {'lines':['***']}",
                "['S']                                        | ['***']",
                "'S'                                          | '***'",
                "{'number': 4111111111111111}                 | {'number':'***'}"
            })
    void what_it_does_not_know_is_masked(String text, String shown) {
        assertThat(RecordMask.payload(text.replace('\'', '"').replace("S\"", "secret\"")))
                .isEqualTo(shown.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "poison",
                "{\"token\": \"secret",
                "{\"token\": \"secret\"} secret",
                "{\"a\": secret}",
                "[",
                "{'a': 1}"
            })
    void what_is_no_json_is_masked_as_a_whole(String text) {
        assertThat(RecordMask.payload(text))
                .isEqualTo("*** (%d characters that are no JSON document)".formatted(text.length()));
    }

    @Test
    void what_is_nested_too_deeply_is_masked_as_a_whole() {
        assertThat(RecordMask.payload("[".repeat(40) + "]".repeat(40))).startsWith("*** (80 characters");
    }

    @Test
    void a_header_is_shown_where_it_has_the_form_of_the_contract() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.ID, ID);
        headers.put(EventHeaders.TYPE, "dev.orderflow.inventory.reservation-expired.v1");
        headers.put(EventHeaders.TIME, "2026-01-31T09:00:00.123456Z");
        headers.put(EventHeaders.TRACE_PARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        headers.put(EventHeaders.CAUSATION_ID, "secret");
        headers.put("card", "secret");

        assertThat(RecordMask.headers(headers))
                .containsEntry(EventHeaders.ID, ID)
                .containsEntry(EventHeaders.TYPE, "dev.orderflow.inventory.reservation-expired.v1")
                .containsEntry(EventHeaders.TIME, "2026-01-31T09:00:00.123456Z")
                .containsEntry(EventHeaders.TRACE_PARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .containsEntry(EventHeaders.CAUSATION_ID, "***")
                .containsEntry("card", "***");
    }
}
