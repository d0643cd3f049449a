package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.LocalStack;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackOptions;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as {@code mvn -Plocal} runs it, on free ports, seen as its users see it: over HTTP; and, where a test must
 * know more than a user, over SQL.
 */
record Shop(LocalStack stack) {

    private static @Nullable Shop open;

    /** The one that all test classes share; the first call starts it, and it is stopped when the JVM ends. */
    static synchronized Shop open() {
        if (open == null) {
            var stack = LocalStack.start(
                    StackOptions.forTests(Path.of("target/shop").toAbsolutePath()));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close-shop"));
            open = new Shop(stack);
        }
        return open;
    }

    /** What can be bought, so many times. */
    void stock(String sku, long unitPrice, int quantity) {
        given().contentType(ContentType.JSON)
                .body("{\"name\": \"%s\", \"unitPrice\": %d}".formatted(sku, unitPrice))
                .put(url(ServiceName.ORDER, "/api/products/" + sku))
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"kind\": \"RECEIVE\", \"quantity\": %d, \"reason\": \"first delivery\"}".formatted(quantity))
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

    /** What became of the wish to cancel: the HTTP status. */
    int cancel(UUID id) {
        return given().post(url(ServiceName.ORDER, "/api/orders/" + id + "/cancel"))
                .then()
                .extract()
                .statusCode();
    }

    /** Whether the payment service has begun to charge for the order. */
    boolean isAskingTheGateway(UUID id) {
        return number(
                        ServiceName.PAYMENT,
                        "select count(*) from payment where attempts > 0 and order_id = '" + id + "'")
                == 1;
    }

    /** The causes of all that happened to an order, in sequence. */
    List<String> causes(UUID id) {
        return get(ServiceName.ORDER, "/api/orders/" + id + "/timeline").getList("items.cause");
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

    /** What the gateway really took for an order and did not give back, in minor units. */
    long kept(UUID orderId) {
        return gateway(orderId, "captured") - gateway(orderId, "refunded");
    }

    private long gateway(UUID orderId, String what) {
        return get(ServiceName.PAYMENT, "/api/gateway/charges?orderId=" + orderId).getList(what, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Fails while anything is still going on. */
    void requireRest() {
        assertThat(number(ServiceName.ORDER, "select count(*) from orders where status in ('PENDING', 'RESERVED')"))
                .as("orders that have not ended")
                .isZero();
        assertThat(number(ServiceName.INVENTORY, "select count(*) from reservation where status = 'HELD'"))
                .as("reservations that are still held")
                .isZero();
        assertThat(
                        number(
                                ServiceName.PAYMENT,
                                "select count(*) from payment where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')"))
                .as("payments that are not settled")
                .isZero();
        for (ServiceName service : ServiceName.values()) {
            assertThat(number(service, "select count(*) from outbox"))
                    .as("outbox rows of %s", service)
                    .isZero();
            assertThat(number(service, "select count(*) from dead_letter"))
                    .as("dead letters of %s", service)
                    .isZero();
        }
    }

    /** Fails unless so much is on hand, and nothing of it reserved. */
    void requireLevel(String sku, int onHand) {
        var stock = stock(sku);
        assertThat(stock.getInt("onHand")).as("on hand of %s", sku).isEqualTo(onHand);
        assertThat(stock.getInt("reserved")).as("reserved of %s", sku).isZero();
    }

    /** The number that a query with one row and column answers in the database of a service. */
    long number(ServiceName service, String sql) {
        return stack.backends().database(service).number(sql);
    }

    private JsonPath get(ServiceName service, String path) {
        return given().get(url(service, path)).then().statusCode(200).extract().jsonPath();
    }

    String url(ServiceName service, String path) {
        return stack.server(service).baseUri() + path;
    }
}
