package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Accesses the three services over HTTP as users do, and the gateway as its merchant does. */
public interface Storefront {

    String url(ServiceName service, String path);

    /** Returns a URL of the simulated gateway. */
    String gatewayUrl(String path);

    /** Creates a product with this stock. */
    default void stock(String sku, long unitPrice, int quantity) {
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
    default UUID place(String token, String... skus) {
        return place(given(), token, skus);
    }

    /** Places an order in the caller's trace. */
    default UUID placeIn(CallerTrace trace, String token, String... skus) {
        return place(given().header("traceparent", trace.parent()), token, skus);
    }

    /** Retries, as customers do, while admission control rejects the order. */
    private UUID place(RequestSpecification request, String token, String... skus) {
        String lines =
                "{\"sku\": \"" + String.join("\", \"quantity\": 1}, {\"sku\": \"", skus) + "\", \"quantity\": 1}";
        RequestSpecification order = request.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"customerId\": \"c-1\", \"paymentToken\": \"%s\", \"lines\": [%s]}".formatted(token, lines));
        Response answer = order.post(url(ServiceName.ORDER, "/api/orders"));
        if (isRefused(answer)) {
            answer = await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> order.post(url(ServiceName.ORDER, "/api/orders")), again -> !isRefused(again));
        }
        String id = answer.then().statusCode(201).extract().path("id");
        return UUID.fromString(id);
    }

    private static boolean isRefused(Response answer) {
        return answer.statusCode() == 503 && answer.asString().contains("/problems/too-many-orders");
    }

    /** Requests a cancellation, retries while the service is busy, as customers do, and returns the HTTP status. */
    default int cancel(UUID id) {
        return await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> given().contentType(ContentType.JSON)
                                .post(url(ServiceName.ORDER, "/api/orders/" + id + "/cancel"))
                                .statusCode(),
                        status -> status != 503);
    }

    /** Returns the causes of all entries in an order's history, in order. */
    default List<String> causes(UUID id) {
        return timeline(id).getList("items.cause");
    }

    default JsonPath timeline(UUID id) {
        return get(ServiceName.ORDER, "/api/orders/" + id + "/timeline");
    }

    default JsonPath order(UUID id) {
        return get(ServiceName.ORDER, "/api/orders/" + id);
    }

    default JsonPath stock(String sku) {
        return get(ServiceName.INVENTORY, "/api/stock/" + sku);
    }

    default JsonPath payment(UUID orderId) {
        return get(ServiceName.PAYMENT, "/api/payments/" + orderId);
    }

    /** Returns the captured minus the refunded amount of an order at the gateway, in minor units. */
    default long kept(UUID orderId) {
        return gateway(orderId, "captured") - gateway(orderId, "refunded");
    }

    private long gateway(UUID orderId, String what) {
        return get(gatewayUrl("/api/gateway/charges?orderId=" + orderId)).getList(what, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Waits until this stock is on hand and none is reserved. The reservation of a final order may still have to be
     * committed or released.
     */
    default void awaitLevel(String sku, int onHand) {
        await().atMost(Duration.ofMinutes(5)).ignoreExceptions().untilAsserted(() -> {
            JsonPath stock = stock(sku);
            assertThat(stock.getInt("onHand")).as("on hand of %s", sku).isEqualTo(onHand);
            assertThat(stock.getInt("reserved")).as("reserved of %s", sku).isZero();
        });
    }

    private JsonPath get(ServiceName service, String path) {
        return get(url(service, path));
    }

    private static JsonPath get(String url) {
        return given().get(url).then().statusCode(200).extract().jsonPath();
    }
}
