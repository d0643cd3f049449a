package dev.orderflow.inventory;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.UUID;

/** A client of the inventory service. */
final class InventoryApiClient {

    /** How long a test waits for asynchronous work of the service. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private InventoryApiClient() {}

    /** Creates a SKU with this stock. */
    static String stocked(int quantity) {
        String sku = "T-" + UUID.randomUUID();
        given().header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"kind\": \"RECEIVE\", \"quantity\": %d, \"reason\": \"Test\"}".formatted(quantity))
                .post("/api/stock/{sku}/adjustments", sku)
                .then()
                .statusCode(201);
        return sku;
    }

    static void awaitStatus(UUID orderId, String status) {
        await().pollDelay(Duration.ZERO).atMost(LIMIT).untilAsserted(() -> assertStatus(orderId, status));
    }

    static void assertStatus(UUID orderId, String status) {
        given().get("/api/reservations/{orderId}", orderId)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    static void assertLevel(String sku, int onHand, int reserved) {
        given().get("/api/stock/{sku}", sku)
                .then()
                .statusCode(200)
                .body("onHand", equalTo(onHand))
                .body("reserved", equalTo(reserved))
                .body("available", equalTo(onHand - reserved));
    }
}
