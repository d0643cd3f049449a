package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class BadInputIT {

    private static final String PROBLEM = "application/problem+json";

    private long ordersBefore;

    @BeforeEach
    void count() {
        ordersBefore = OrderRows.number("select count(*) from orders");
    }

    @AfterEach
    void nothing_is_stored() {
        assertThat(OrderRows.number("select count(*) from orders")).isEqualTo(ordersBefore);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customerId       | {'paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "customerId       | {'customerId':'','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "customerId       | {'customerId':'a\\u0000b','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "paymentToken     | {'customerId':'c','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "lines            | {'customerId':'c','paymentToken':'t'}",
                "lines            | {'customerId':'c','paymentToken':'t','lines':[]}",
                "lines[0].quantity| {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001'}]}",
                "lines[0].quantity| {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':0}]}",
                "lines[0].quantity| {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':-1}]}",
                "lines[0].quantity| {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':10001}]}",
                "lines[0].sku     | {'customerId':'c','paymentToken':'t','lines':[{'quantity':1}]}",
                "lines[0].sku     | {'customerId':'c','paymentToken':'t','lines':[{'sku':'.','quantity':1}]}",
                "lines[0].sku     | {'customerId':'c','paymentToken':'t','lines':[{'sku':'..','quantity':1}]}"
            })
    void a_broken_rule_is_answered_400_and_names_the_field(String field, String body) {
        post(body.replace('\'', '"'))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("status", equalTo(400))
                .body("instance", equalTo("/api/orders"))
                .body("errors.field", hasItem(startsWith(field.strip())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "42",
                "null",
                "",
                "{\"customerId\": \"c\", \"lines\": 7}",
                "{\"customerId\": {\"a\": 1}, \"paymentToken\": \"t\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": 1}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": \"many\"}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": 1e99}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [{\"sku\": \"BOOK-001\", \"quantity\": 1.5}]}",
                "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [null]}"
            })
    void what_is_not_the_documented_json_is_answered_400(String body) {
        post(body).statusCode(400).body("status", equalTo(400)).body("detail", not(containsString("Exception")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body              | [{'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}]",
                "body              | {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]} {}",
                "customerId        | {'customerId':7,'paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "customerId        | {'customerId':['c'],'paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1}]}",
                "paymentToken      | {'customerId':'c','paymentToken':true,'lines':[{'sku':'BOOK-001','quantity':1}]}",
                "lines             | {'customerId':'c','paymentToken':'t','lines':{'sku':'BOOK-001','quantity':1}}",
                "lines[0]          | {'customerId':'c','paymentToken':'t','lines':[[{'sku':'BOOK-001','quantity':1}]]}",
                "lines[0].quantity | {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':1.5}]}",
                "lines[0].quantity | {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':'1'}]}",
                "lines[0].quantity | {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','quantity':4294967297}]}",
                "lines[0].sku      | {'customerId':'c','paymentToken':'t','lines':[{'sku':'BOOK-001','sku':'BOOK-002','quantity':1}]}"
            })
    void a_value_of_another_form_is_answered_400_and_names_the_field(String field, String body) {
        post(body.replace('\'', '"'))
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"))
                .body("errors.field", contains(field));
    }

    @Test
    void two_orders_in_an_array_are_none() {
        String order = """
                {"customerId": "c", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""";
        post("[" + order + "," + order + "]").statusCode(400).body("type", equalTo("/problems/malformed-json"));
    }

    /** Represents any value that validation misses. */
    @Test
    void a_value_that_only_the_database_refuses_is_answered_400() {
        OrderRows.execute("alter table product add constraint no_q check (name <> 'Q' or 1 / (length(name) - 1) > 0)");
        try {
            problem(given().contentType(ContentType.JSON)
                            .body("{\"name\": \"Q\", \"unitPrice\": 1}")
                            .put("/api/products/BAD-001")
                            .then())
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("detail", containsString("cannot be stored"));
        } finally {
            OrderRows.execute("alter table product drop constraint no_q");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders?customerId=a%00b",
                "/api/orders?after=%00",
                "/api/orders?from=%00",
                "/api/products?after=%00",
                "/api/dead-letters?type=%00"
            })
    void a_character_that_cannot_be_stored_is_answered_400_by_name(String path) {
        String name = path.replaceAll(".*\\?|=.*", "");
        problem(given().urlEncodingEnabled(false).get(path).then())
                .statusCode(400)
                .body("errors.field", contains(name));
    }

    @Test
    void an_unknown_sku_is_answered_422_by_name() {
        post("""
                {"customerId": "c", "paymentToken": "t",
                 "lines": [{"sku": "BOOK-001", "quantity": 1}, {"sku": "GHOST-1", "quantity": 1}]}""")
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-sku"))
                .body("detail", containsString("GHOST-1"));
    }

    @Test
    void more_than_a_hundred_lines_are_answered_400() {
        String lines = IntStream.range(0, 101)
                .mapToObj("{\"sku\": \"S-%d\", \"quantity\": 1}"::formatted)
                .collect(Collectors.joining(","));
        post("{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [" + lines + "]}")
                .statusCode(400)
                .body("errors.field", hasItem("lines"));
    }

    @Test
    void an_unknown_id_is_answered_404_and_so_is_what_is_no_id() {
        UUID unknown = UUID.randomUUID();
        problem(given().get("/api/orders/" + unknown).then())
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-order"))
                .body("detail", containsString(unknown.toString()));
        problem(given().get("/api/orders/17").then()).statusCode(404);
        problem(given().get("/api/nothing").then()).statusCode(404);
    }

    @Test
    void a_wrong_method_is_answered_405_and_tells_the_right_ones() {
        problem(given().delete("/api/orders").then())
                .statusCode(405)
                .header("Allow", containsString("POST"))
                .body("title", equalTo("Method Not Allowed"));
    }

    @Test
    void a_wrong_media_type_is_answered_415_and_an_unknown_wish_406() {
        problem(given().contentType(ContentType.TEXT)
                        .body("hello")
                        .post("/api/orders")
                        .then())
                .statusCode(415);
        problem(given().accept(ContentType.XML).get("/api/products").then()).statusCode(406);
    }

    @Test
    void bad_products_are_answered_400() {
        for (String body : new String[] {
            "{\"unitPrice\": 1}",
            "{\"name\": \"\", \"unitPrice\": 1}",
            "{\"name\": \"n\"}",
            "{\"name\": \"n\", \"unitPrice\": -1}",
            "{\"name\": \"n\", \"unitPrice\": 1000000001}",
            "{\"name\": \"n\", \"unitPrice\": 99999999999999999999}"
        }) {
            problem(given().contentType(ContentType.JSON)
                            .body(body)
                            .put("/api/products/BAD-001")
                            .then())
                    .statusCode(400);
        }
        problem(given().get("/api/products?limit=101").then()).statusCode(400);
    }

    /** HTTP clients remove such segments from paths. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void a_product_that_no_path_can_name_is_not_added(String sku) throws IOException {
        String body = "{\"name\": \"n\", \"unitPrice\": 1}";
        try (var http = new RawHttp(URI.create(RestAssured.baseURI + ":" + RestAssured.port))) {
            var answer = http.send(new RawRequest(
                    "PUT", "/api/products/" + sku, List.of("Content-Type: application/json"), body, false));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(JsonPath.from(answer.text()).getList("errors.field")).containsExactly("sku");
        }
        for (String dots : new String[] {"...", ".x", "x."}) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .put("/api/products/" + dots)
                    .then()
                    .statusCode(oneOf(200, 201));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\\u00a0", "\\u200b", "\\u2028\\u2029", "\\u3000", "\\u00ad", "\\u202e", "\\u0301", "\\ufe0f",
                "\\u115f", "\\u3164", "\\uffa0", "\\u2800", "\\ufeff", "\\u0085", "\\ue000", "\\udb40\\udc41",
                        "\\u200d \\u0308"
            })
    void a_name_of_which_nothing_is_seen_is_answered_400_and_named(String name) {
        String body = "{\"name\": \"%s\", \"unitPrice\": 1}";
        problem(given().contentType(ContentType.JSON)
                        .body(body.formatted(name))
                        .put("/api/products/BAD-001")
                        .then())
                .statusCode(400)
                .body("errors.field", contains("name"));
        given().contentType(ContentType.JSON)
                .body(body.formatted(name + "e" + name))
                .put("/api/products/UNSEEN")
                .then()
                .statusCode(oneOf(200, 201));
    }

    /** Java's UUID parser pads short parts with zeros. */
    @Test
    void an_order_is_found_by_its_whole_id_alone() {
        UUID id = OrdersIT.place("BOOK-001", 1).id();
        ordersBefore++;
        String shortened = id.toString().replaceFirst("^0+", "");
        assertThat(UUID.fromString(shortened)).isEqualTo(id);
        for (String end : new String[] {"", "/timeline", "/stream"}) {
            problem(given().get("/api/orders/" + shortened + end).then())
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
        problem(given().contentType(ContentType.JSON)
                        .post("/api/orders/" + shortened + "/cancel")
                        .then())
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "1e2", "", "0", "-1", "+1", "101", "2147483648", " 1"})
    void a_limit_that_is_none_is_answered_400_by_name(String limit) {
        for (String path : new String[] {"/api/orders", "/api/products"}) {
            problem(given().queryParam("limit", limit).get(path).then())
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("errors.field", hasItem("limit"));
        }
    }

    @Test
    void a_reader_who_insists_on_another_version_is_answered_412() {
        problem(given().header("If-Match", "\"999\"")
                        .get("/api/products/BOOK-001")
                        .then())
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
    }

    @Test
    void where_an_order_is_does_not_depend_on_how_the_caller_names_the_server() {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Host", "127.0.0.1:1")
                .header("X-Forwarded-Proto", "gopher")
                .body("""
                        {"customerId": "c", "paymentToken": "t", "lines": [{"sku": "BOOK-001", "quantity": 1}]}""")
                .post("/api/orders")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/orders/[0-9a-f-]{36}"));
        ordersBefore++;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: a b",
                "X-Forwarded-Proto: ",
                "Content-Type: application/json; charset=\"\r\nAccept: application/json;q=x"
            })
    void a_header_field_that_the_platform_fails_at_is_answered_400(String fields) throws IOException {
        try (var http = new RawHttp(URI.create(RestAssured.baseURI + ":" + RestAssured.port))) {
            var answer = http.send(new RawRequest("POST", "/api/orders", List.of(fields), "{}", false));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.mediaType()).isEqualTo(PROBLEM);
        }
    }

    private static ValidatableResponse post(String body) {
        return problem(given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/orders")
                .then());
    }

    private static ValidatableResponse problem(ValidatableResponse response) {
        return response.contentType(PROBLEM);
    }
}
