package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.CHARGES;
import static dev.orderflow.gatewaysimulator.TestGateway.PROBLEM;
import static dev.orderflow.gatewaysimulator.TestGateway.STATEMENT;
import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static dev.orderflow.gatewaysimulator.TestGateway.askWithoutBody;
import static dev.orderflow.gatewaysimulator.TestGateway.charge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementIT {

    @Test
    void every_movement_is_on_one_page_in_the_order_of_its_time() {
        List<String> keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(7).toList();
        keys.forEach(key -> charge(key, 100, "tok_approve").statusCode(200));
        askWithoutBody()
                .post(CHARGES + "/" + keys.getFirst() + "/refunds")
                .then()
                .statusCode(200);
        String since = ask().get(CHARGES + "/" + keys.getFirst()).jsonPath().getString("createdAt");

        List<String> moved = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = ask().get(STATEMENT + "?limit=3&since=" + since + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> kinds = page.getList("items.kind");
            List<String> ofPage = page.getList("items.charge.key");
            for (int i = 0; i < kinds.size(); i++) {
                moved.add(kinds.get(i) + " " + ofPage.get(i));
            }
            after = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!after.isEmpty());

        List<String> expected =
                new ArrayList<>(keys.stream().map(key -> "CAPTURE " + key).toList());
        expected.add("REFUND " + keys.getFirst());
        assertThat(moved).containsSubsequence(expected).doesNotHaveDuplicates();
    }

    @Test
    void the_last_page_says_so() {
        assertThat(ask().get(STATEMENT + "?since=9999-01-01T00:00:00Z").asString())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=",
                "since=yesterday",
                "since=%2B20000-01-01T00:00:00Z",
                "after=nonsense",
                "after=%00",
                "after=MjAyNi0wMS0zMVQwOTowMDowMFo"
            })
    void a_page_that_there_cannot_be_is_a_bad_request(String query) {
        ask().get(STATEMENT + "?" + query).then().statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update movement set amount = 1",
                "delete from movement",
                "truncate movement",
                "update charge set amount = 1",
                "delete from charge",
                "truncate charge, movement"
            })
    void what_is_in_the_books_stays(String change) {
        UUID key = UUID.randomUUID();
        charge(key, 100, "tok_approve").statusCode(200);

        assertThatThrownBy(() -> TestGateway.database().execute(change)).hasStackTraceContaining("append-only");
        assertThat(TestGateway.kept(key)).isEqualTo(100);
    }
}
