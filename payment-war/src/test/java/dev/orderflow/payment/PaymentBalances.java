package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** The balance of an order in our ledger and in the gateway's. */
final class PaymentBalances {

    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "VOIDED", "REFUNDED");

    private PaymentBalances() {}

    static JsonPath payment(UUID orderId) {
        return given().get("/api/payments/" + orderId).jsonPath();
    }

    static String status(UUID orderId) {
        var response = given().get("/api/payments/" + orderId);
        return response.statusCode() == 200 ? response.jsonPath().getString("status") : "unknown";
    }

    static void awaitStatus(UUID orderId, String status) {
        awaitOf(orderId).untilAsserted(() -> assertThat(status(orderId)).isEqualTo(status));
    }

    static void awaitEnd(UUID orderId) {
        awaitOf(orderId).untilAsserted(() -> assertThat(status(orderId)).isIn(ENDS));
    }

    /** Polls immediately, because most payments are ready when a test waits for many of them in a loop. */
    private static ConditionFactory awaitOf(UUID orderId) {
        return await("payment of " + orderId).pollDelay(Duration.ZERO).atMost(SagaServices.LIMIT);
    }

    static List<String> entries(UUID orderId) {
        return payment(orderId).getList("entries.kind");
    }

    /** Returns the balance in our ledger, in minor units. */
    static long keptByUs(UUID orderId) {
        JsonPath payment = payment(orderId);
        List<String> kinds = payment.getList("entries.kind");
        List<Integer> amounts = payment.getList("entries.amount");
        long kept = 0;
        for (int i = 0; i < kinds.size(); i++) {
            kept += switch (kinds.get(i)) {
                case "CAPTURE" -> amounts.get(i);
                case "REFUND" -> -amounts.get(i);
                default -> 0;
            };
        }
        return kept;
    }

    /** Returns the balance in the gateway's ledger, in minor units, over all charges of the order and all keys. */
    static long keptByGateway(UUID orderId) {
        JsonPath charges = TestGateway.ask()
                .queryParam("orderId", orderId)
                .get("/api/gateway/charges")
                .jsonPath();
        return sum(charges.getList("captured")) - sum(charges.getList("refunded"));
    }

    /** Returns the number of charges of an order at the gateway. */
    static int charges(UUID orderId) {
        return TestGateway.ask()
                .queryParam("orderId", orderId)
                .get("/api/gateway/charges")
                .jsonPath()
                .getList("$")
                .size();
    }

    private static long sum(List<Integer> amounts) {
        return amounts.stream().mapToLong(Integer::longValue).sum();
    }
}
