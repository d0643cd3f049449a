package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;

import dev.orderflow.localstack.LocalStack;
import dev.orderflow.localstack.ServiceName;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** The running system as its users see it: over HTTP; and, where a test must know more than a user, over SQL. */
record Shop(LocalStack stack) {

    /** What can be bought, so many times. */
    void stock(String sku, long unitPrice, int quantity) {
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"%s\", \"unitPrice\": %d}".formatted(sku, unitPrice))
                .put(url(ServiceName.ORDER, "/api/products/" + sku))
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"quantity\": %d, \"reason\": \"first delivery\"}".formatted(quantity))
                .post(url(ServiceName.INVENTORY, "/api/stock/" + sku + "/adjustments"))
                .then()
                .statusCode(201);
    }

    /** Places an order and returns its id. */
    UUID place(String token, String... skus) {
        String lines =
                "{\"sku\": \"" + String.join("\", \"quantity\": 1}, {\"sku\": \"", skus) + "\", \"quantity\": 1}";
        String id = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"customerId\": \"c-1\", \"paymentToken\": \"%s\", \"lines\": [%s]}".formatted(token, lines))
                .post(url(ServiceName.ORDER, "/api/orders"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    JsonPath order(UUID id) {
        return get(ServiceName.ORDER, "/api/orders/" + id);
    }

    JsonPath stock(String sku) {
        return get(ServiceName.INVENTORY, "/api/stock/" + sku);
    }

    JsonPath payment(UUID orderId) {
        return get(ServiceName.PAYMENT, "/api/payments/" + orderId);
    }

    /** What the gateway really took for an order, in minor units. */
    long taken(UUID orderId) {
        return get(ServiceName.PAYMENT, "/api/gateway/charges?orderId=" + orderId)
                .getList("captured", Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The number that a query with one row and column answers in the database of a service. */
    long number(ServiceName service, String sql) {
        return stack.backends().database(service).number(sql);
    }

    private JsonPath get(ServiceName service, String path) {
        return given().get(url(service, path)).then().statusCode(200).extract().jsonPath();
    }

    private String url(ServiceName service, String path) {
        return stack.server(service).baseUri() + path;
    }
}
