package dev.orderflow.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The smoke tests, {@code mvn -Psmoke}: check a deployed system with the simulated gateway over HTTP only. Its URLs
 * are {@code -Dorder.url}, {@code -Dinventory.url}, {@code -Dpayment.url} and {@code -Dgateway.url}, by default the
 * ports 9080 to 9083 of this machine. {@code -Dsmoke.restart} is a shell command that restarts the inventory service.
 */
class DeploymentSmoke implements Storefront {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Set<String> ENDINGS = Set.of("CONFIRMED", "REJECTED", "CANCELLED");
    private static final long PRICE = 1250;

    @Override
    public String url(ServiceName service, String path) {
        String port = switch (service) {
            case ORDER -> "9080";
            case INVENTORY -> "9081";
            case PAYMENT -> "9082";
        };
        return System.getProperty(service.label() + ".url", "http://localhost:" + port) + path;
    }

    @Override
    public String gatewayUrl(String path) {
        return System.getProperty("gateway.url", "http://localhost:9083") + path;
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, started", "ORDER, live", "ORDER, ready",
        "INVENTORY, started", "INVENTORY, live", "INVENTORY, ready",
        "PAYMENT, started", "PAYMENT, live", "PAYMENT, ready"
    })
    void every_probe_is_up(ServiceName service, String probe) {
        // A restarted service handles orders shortly before it reports that it has started.
        await().atMost(LIMIT)
                .untilAsserted(() -> given().get(url(service, "/health/" + probe))
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("UP")));
    }

    @Test
    void orders_end_as_they_must_and_stock_and_money_agree() {
        String sku = newSku(3);
        String sold = newSku(1);
        assertEnd(place("tok_approve", sold), "CONFIRMED", null, PRICE);
        UUID paid = place("tok_approve", sku);
        UUID declined = place("tok_decline", sku);
        UUID impossible = place("tok_approve", sku, sold);

        assertEnd(paid, "CONFIRMED", null, PRICE);
        assertEnd(declined, "REJECTED", "PAYMENT_DECLINED", 0);
        assertEnd(impossible, "REJECTED", "OUT_OF_STOCK", 0);
        awaitLevel(sku, 2);
    }

    /** The system accepts orders during the restart. Their events wait in Kafka. */
    @Test
    @EnabledIfSystemProperty(named = "smoke.restart", matches = ".+", disabledReason = "nobody says how to restart")
    void no_order_is_lost_and_none_is_charged_twice_while_a_service_restarts() throws Exception {
        int count = 20;
        String sku = newSku(count);
        Process restart = new ProcessBuilder("sh", "-c", System.getProperty("smoke.restart"))
                .inheritIO()
                .start();
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(place("tok_approve", sku));
        }
        assertThat(restart.waitFor()).as("exit code of the restart").isZero();

        orders.forEach(order -> assertEnd(order, "CONFIRMED", null, PRICE));
        awaitLevel(sku, 0);
    }

    private String newSku(int quantity) {
        String sku = "SMOKE-" + UUID.randomUUID();
        stock(sku, PRICE, quantity);
        return sku;
    }

    private void assertEnd(UUID id, String status, @Nullable String reason, long charged) {
        await().atMost(LIMIT).until(() -> ENDINGS.contains(order(id).getString("status")));
        assertThat(order(id).getString("status")).isEqualTo(status);
        assertThat(order(id).getString("reason")).isEqualTo(reason);
        assertThat(kept(id)).as("kept by the gateway for %s", id).isEqualTo(charged);
    }
}
