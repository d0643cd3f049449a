package dev.orderflow.inventory;

import static io.restassured.RestAssured.given;

import dev.orderflow.chassis.harness.http.AnswerHeadersContract;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class AnswerHeadersIT extends AnswerHeadersContract {

    AnswerHeadersIT() {
        super(Set.of());
    }

    @Override
    protected Map<String, String> existing() {
        String sku = InventoryApiClient.stocked(10);
        try (var orders = new OrderTopic(TestEnvironment.backends().bootstrapServers())) {
            UUID order = orders.created(Map.of(sku, 1));
            InventoryApiClient.awaitStatus(order, "HELD");
            given().contentType("application/json")
                    .body("{\"lowAt\": 5}")
                    .put("/api/stock/{sku}/threshold", sku)
                    .then()
                    .statusCode(200);
            return Map.of(
                    "sku", sku,
                    "orderId", order.toString(),
                    "id", UUID.randomUUID().toString());
        }
    }
}
