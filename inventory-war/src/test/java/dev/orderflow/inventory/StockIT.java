package dev.orderflow.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class StockIT {

    private final InventoryRows rows =
            new InventoryRows(TestEnvironment.backends().database(ServiceName.INVENTORY));
    private final String sku = "T-" + UUID.randomUUID();

    @AfterEach
    void countersAddUp() {
        assertThat(rows.skusThatDoNotAddUp()).isZero();
    }

    @Test
    void stock_begins_with_the_sample_stock() {
        given().get("/api/stock/LAST-001")
                .then()
                .statusCode(200)
                .body("sku", equalTo("LAST-001"))
                .body("onHand", equalTo(1))
                .body("reserved", equalTo(0))
                .body("available", equalTo(1))
                .body("version", equalTo(0));
        given().get("/api/stock/NONE-001").then().statusCode(200).body("onHand", equalTo(0));
    }

    @Test
    void stock_is_listed_in_pages() {
        var first = given().get("/api/stock?limit=4")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items[0].sku", equalTo("BAG-001"))
                .body("next", equalTo("CHAIR-001"))
                .header("Link", containsString("after=CHAIR-001"));
        String next = first.extract().path("next");

        given().get("/api/stock?limit=100&after={next}", next)
                .then()
                .statusCode(200)
                .body("items.sku", hasItem("SHIRT-001"))
                .body("items[0].sku", equalTo("LAMP-001"));
        given().get("/api/stock?after=zzz")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void stock_begins_for_a_new_sku_with_its_first_positive_adjustment() {
        problem(adjust(sku, "k-" + sku, body(-1)), 404, "unknown-sku");
        problem(given().get("/api/stock/{sku}", sku), 404, "unknown-sku");
        problem(given().get("/api/stock/{sku}/movements", sku), 404, "unknown-sku");

        adjust(sku, "k2-" + sku, body(7)).then().statusCode(201).body("onHand", equalTo(7));

        given().get("/api/stock/{sku}", sku).then().statusCode(200).body("onHand", equalTo(7));
    }

    @Test
    void stock_is_received_corrected_and_counted_with_the_reason_in_the_ledger() {
        adjust(sku, "1" + sku, body("RECEIVE", 10)).then().statusCode(201).body("onHand", equalTo(10));
        adjust(sku, "2" + sku, body("CORRECT", -3)).then().statusCode(201).body("onHand", equalTo(7));
        adjust(sku, "3" + sku, body("COUNT", 9)).then().statusCode(201).body("onHand", equalTo(9));
        adjust(sku, "4" + sku, body("COUNT", 9)).then().statusCode(201).body("onHand", equalTo(9));
        adjust(sku, "5" + sku, body("COUNT", 0)).then().statusCode(201).body("onHand", equalTo(0));

        given().get("/api/stock/{sku}/movements", sku)
                .then()
                .body("items.kind", equalTo(List.of("COUNTED", "COUNTED", "COUNTED", "CORRECTED", "RECEIVED")))
                .body("items.quantity", equalTo(List.of(-9, 0, 2, -3, 10)))
                .body("items.reason", everyItem(equalTo("Delivery")));
    }

    @Test
    void stock_is_counted_once_per_key_and_a_key_stands_for_one_kind() {
        adjust(sku, "1" + sku, body("RECEIVE", 10));
        Response first = adjust(sku, "2" + sku, body("COUNT", 4));
        adjust(sku, "3" + sku, body("RECEIVE", 1));

        assertThat(adjust(sku, "2" + sku, body("COUNT", 4)).asString()).isEqualTo(first.asString());
        problem(adjust(sku, "2" + sku, body("COUNT", 5)), 422, "idempotency-key-reused");
        problem(adjust(sku, "2" + sku, body("CORRECT", -6)), 422, "idempotency-key-reused");
        problem(adjust(sku, "1" + sku, body("CORRECT", 10)), 422, "idempotency-key-reused");
        given().get("/api/stock/{sku}", sku).then().body("onHand", equalTo(5));
    }

    @Test
    void stock_is_not_counted_where_nothing_was_ever_known() {
        problem(adjust(sku, "1" + sku, body("COUNT", 0)), 404, "unknown-sku");

        adjust(sku, "2" + sku, body("COUNT", 3)).then().statusCode(201).body("onHand", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"lowAt\": -1}", "{\"lowAt\": 1000000001}", "{\"lowAt\": \"few\"}", "[]", ""})
    void stock_is_not_watched_by_a_bad_request(String body) {
        watch("BOOK-001", body).then().statusCode(400).contentType("application/problem+json");
        problem(watch(sku, "{\"lowAt\": 1}"), 404, "unknown-sku");
    }

    @Test
    void stock_is_adjusted_once_per_key() {
        Response first = adjust(sku, "k-" + sku, body(7));
        adjust(sku, "other-" + sku, body(-2)).then().statusCode(201).body("onHand", equalTo(5));
        Response replay = adjust(sku, "k-" + sku, body(7));

        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(replay.statusCode()).isEqualTo(201);
        assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replay.asString()).isEqualTo(first.asString());
        given().get("/api/stock/{sku}", sku).then().body("onHand", equalTo(5));
        problem(adjust(sku, "k-" + sku, body(8)), 422, "idempotency-key-reused");
        problem(adjust("OTHER-" + sku, "k-" + sku, body(7)), 422, "idempotency-key-reused");
        problem(given().get("/api/stock/{sku}", "OTHER-" + sku), 404, "unknown-sku");
    }

    @Test
    void stock_is_adjusted_once_however_many_send_the_same_at_once() throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers = IntStream.range(0, 8)
                    .mapToObj(client -> clients.submit(() -> adjust(sku, "k-" + sku, body(7))))
                    .toList();
            for (Future<Response> answer : answers) {
                answer.get().then().statusCode(201).body("onHand", equalTo(7));
            }
        }
        given().get("/api/stock/{sku}/movements", sku).then().body("items", hasSize(1));
    }

    @Test
    void stock_never_falls_below_what_is_reserved() {
        adjust(sku, "k-" + sku, body(7));

        problem(adjust(sku, "k2-" + sku, body(-8)), 409, "below-reserved");

        given().get("/api/stock/{sku}", sku).then().body("onHand", equalTo(7));
        adjust(sku, "k3-" + sku, body(-7)).then().statusCode(201).body("onHand", equalTo(0));
    }

    @Test
    void stock_keeps_its_movements_the_newest_first() {
        for (int i = 1; i <= 5; i++) {
            adjust(sku, i + sku, body(i));
        }

        var page = given().get("/api/stock/{sku}/movements?limit=2", sku)
                .then()
                .statusCode(200)
                .body("items.quantity", equalTo(List.of(5, 4)))
                .body("items.onHand", equalTo(List.of(15, 10)))
                .body("items[0].reason", equalTo("Delivery"))
                .header("Link", containsString("before="));
        String next = page.extract().path("next");
        given().get("/api/stock/{sku}/movements?limit=3&before={next}", sku, next)
                .then()
                .body("items.quantity", equalTo(List.of(3, 2, 1)))
                .body("next", nullValue());
    }

    /** The clock of the server that makes the second movement is an hour behind. */
    @Test
    void stock_keeps_its_movements_in_the_order_of_its_changes_whatever_the_clocks_of_the_servers_say() {
        rows.stock(sku, 10);
        rows.execute("""
                update stock set on_hand = 15, version = 1 where sku = '%1$s';
                insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after,
                                            idempotency_key, reason, version_after)
                values (uuidv7(interval '-1 hour'), '%1$s', 'RECEIVED', 5, 0, 15, 0, 'later-%1$s', 'Delivery', 1)""".formatted(sku));

        String next = given().get("/api/stock/{sku}/movements?limit=1", sku)
                .then()
                .body("items.onHand", equalTo(List.of(15)))
                .extract()
                .path("next");
        given().get("/api/stock/{sku}/movements?limit=1&before={next}", sku, next)
                .then()
                .body("items.onHand", equalTo(List.of(10)))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"CORRECT\", \"quantity\": 0, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1000001, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": -1000001, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 4294967297, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1e999999999, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1.5, \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": \"many\", \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"reason\": \"Delivery\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1, \"reason\": \" \"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1, \"reason\": \"\\u200b\\u3164\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1, \"reason\": \"\\u0301\"}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1, \"reason\": null}",
                "{\"kind\": \"CORRECT\", \"quantity\": 1,",
                "{\"quantity\": 1, \"reason\": \"Delivery\"}",
                "{\"kind\": \"STEAL\", \"quantity\": 1, \"reason\": \"Delivery\"}",
                "{\"kind\": \"RECEIVE\", \"quantity\": 0, \"reason\": \"Delivery\"}",
                "{\"kind\": \"RECEIVE\", \"quantity\": -1, \"reason\": \"Delivery\"}",
                "{\"kind\": \"COUNT\", \"quantity\": -1, \"reason\": \"Delivery\"}",
                "{\"kind\": \"COUNT\", \"quantity\": 1000000001, \"reason\": \"Delivery\"}",
                "[]",
                "null",
                ""
            })
    void stock_is_not_adjusted_by_a_bad_request(String body) {
        adjust(sku, "k-" + sku, body).then().statusCode(400).contentType("application/problem+json");

        assertThat(rows.number("select count(*) from stock where sku = ?", sku)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malformed-json  | body     | [{'kind':'RECEIVE','quantity':1,'reason':'r'},{'kind':'RECEIVE','quantity':2,'reason':'r'}]",
                "malformed-json  | kind     | {'kind':0,'quantity':1,'reason':'r'}",
                "malformed-json  | kind     | {'kind':' RECEIVE','quantity':1,'reason':'r'}",
                "malformed-json  | quantity | {'kind':'RECEIVE','quantity':4294967297,'reason':'r'}",
                "malformed-json  | quantity | {'kind':'RECEIVE','quantity':true,'reason':'r'}",
                "malformed-json  | reason   | {'kind':'RECEIVE','quantity':1,'reason':4711}",
                "malformed-json  | reason   | {'kind':'RECEIVE','quantity':1,'reason':false}",
                "invalid-request | quantity | {'kind':'RECEIVE','quantity':-5,'reason':'r'}",
                "invalid-request | quantity | {'kind':'CORRECT','quantity':0,'reason':'r'}",
                "invalid-request | quantity | {'kind':'COUNT','quantity':-1,'reason':'r'}",
                "malformed-json  | quantity | {'kind':'RECEIVE','quantity':1.5,'reason':'r'}",
                "invalid-request | reason   | {'kind':'RECEIVE','quantity':1,'reason':'a\\u0000b'}",
                "invalid-request | later    | {'kind':'RECEIVE','quantity':1,'reason':'r','later':'\\u0000'}"
            })
    void stock_is_not_adjusted_by_what_breaks_a_rule_and_the_field_is_named(String type, String field, String body) {
        var answer = adjust(sku, "k-" + sku, body.replace('\'', '"'));

        problem(answer, 400, type);
        answer.then().body("errors.field", contains(field));
        problem(given().get("/api/stock/{sku}", sku), 404, "unknown-sku");
    }

    @Test
    void stock_is_not_adjusted_without_a_key_or_under_a_bad_sku() {
        var request = given().contentType("application/json").body(body(1));
        problem(request.post("/api/stock/{sku}/adjustments", sku), 400, "invalid-request");
        problem(adjust(sku, "k".repeat(129), body(1)), 400, "invalid-request");
        problem(adjust("-bad sku", "k-" + sku, body(1)), 400, "invalid-request");
        problem(adjust("S".repeat(65), "k-" + sku, body(1)), 400, "invalid-request");
        given().header("Idempotency-Key", "k-" + sku)
                .contentType("text/plain")
                .body("5")
                .post("/api/stock/{sku}/adjustments", sku)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    /** HTTP clients remove such segments from paths. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void a_sku_that_no_path_can_name_is_not_created(String dots) throws IOException {
        var fields = List.of("Content-Type: application/json", "Idempotency-Key: k-" + sku);
        try (var http = new RawHttp(URI.create(RestAssured.baseURI + ":" + RestAssured.port))) {
            var answer =
                    http.send(new RawRequest("POST", "/api/stock/" + dots + "/adjustments", fields, body(1), false));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(JsonPath.from(answer.text()).getList("errors.field")).containsExactly("sku");
        }
    }

    @Test
    void an_adjustment_under_two_keys_is_refused_and_one_under_a_quoted_key_is_a_replay() throws IOException {
        adjust(sku, "k-" + sku, body(1)).then().statusCode(201);
        adjust(sku, "\"k-" + sku + "\"", body(1)).then().statusCode(201).header("Idempotent-Replayed", "true");
        var fields =
                List.of("Content-Type: application/json", "Idempotency-Key: k-" + sku, "Idempotency-Key: l-" + sku);
        try (var http = new RawHttp(URI.create(RestAssured.baseURI + ":" + RestAssured.port))) {
            var answer =
                    http.send(new RawRequest("POST", "/api/stock/" + sku + "/adjustments", fields, body(1), false));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(JsonPath.from(answer.text()).getList("errors.field")).containsExactly("Idempotency-Key");
        }
        given().get("/api/stock/{sku}", sku).then().body("onHand", equalTo(1));
    }

    @Test
    void a_reservation_is_asked_for_by_a_whole_id_alone() {
        problem(given().get("/api/reservations/1-1-1-1-1"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stock?sku=x",
                "/api/stock?limit=1&limit=1",
                "/api/stock/BOOK-001?limit=1",
                "/api/stock?limit=0",
                "/api/stock?limit=101",
                "/api/stock?limit=x",
                "/api/stock?limit=99999999999",
                "/api/stock/BOOK-001/movements?limit=-1",
                "/api/stock/BOOK-001/movements?limit=",
                "/api/stock/BOOK-001/movements?before=x"
            })
    void stock_is_listed_within_limits_only(String path) {
        problem(given().get(path), 400, "invalid-request");
    }

    @Test
    void stock_is_documented() {
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body(containsString("/api/stock/{sku}/adjustments"))
                .body(containsString("A positive quantity for an unknown SKU creates it."));
    }

    private static Response watch(String sku, String body) {
        return given().contentType("application/json").body(body).put("/api/stock/{sku}/threshold", sku);
    }

    private static Response adjust(String sku, String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/stock/{sku}/adjustments", sku);
    }

    private static String body(int quantity) {
        return body("CORRECT", quantity);
    }

    private static String body(String kind, int quantity) {
        return "{\"kind\": \"%s\", \"quantity\": %d, \"reason\": \"Delivery\"}".formatted(kind, quantity);
    }

    private static ValidatableResponse problem(Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }
}
