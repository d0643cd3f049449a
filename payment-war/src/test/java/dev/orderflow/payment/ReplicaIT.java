package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A second server without a webhook secret beside the first. Both use the same gateway. */
@MicroShedTest
class ReplicaIT {

    /** Several batches of a scan, so that both servers find some payments. */
    private static final int OVERDUE = 400;

    private static LibertyServer replica;

    @BeforeAll
    static void start() {
        replica = TestEnvironment.replica(
                "no-secret", Map.of("PAYMENT_WEBHOOK_SECRET", "", "PAYMENT_WEBHOOK_SECRET_PREVIOUS", ""));
    }

    @AfterAll
    static void stop() {
        replica.stop();
    }

    @Test
    void no_webhook_is_accepted_where_no_secret_is_configured() {
        var webhook = new SentWebhook(UUID.randomUUID(), "CAPTURED");

        webhook.sendTo(replica.baseUri(), webhook.signed(SentWebhook.SECRET, 0))
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/webhooks-not-configured"));
        webhook.sendTo(replica.baseUri(), webhook.signed("", 0)).statusCode(503);
    }

    @Test
    void payments_that_are_overdue_are_given_up_once_by_whichever_server() {
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(OVERDUE).toList();
        TestEnvironment.backends().database(ServiceName.PAYMENT).execute("""
                insert into payment (order_id, status, amount, currency, token, created_at, next_attempt_at)
                select id::uuid, 'UNKNOWN', 5980, 'EUR', 'tok_approve', now() - interval '11 minutes', now() + interval '1 hour'
                from unnest(string_to_array('%s', ',')) as overdue (id)""".formatted(
                        orders.stream().map(UUID::toString).collect(Collectors.joining(","))));

        orders.forEach(orderId -> PaymentBalances.awaitStatus(orderId, "FAILED"));
        try (SagaServices saga = new SagaServices()) {
            await().atMost(SagaServices.LIMIT)
                    .untilAsserted(() -> assertThat(saga.consumedOf(orders)).hasSize(OVERDUE));
            assertThat(saga.consumedOf(orders).values()).containsOnly(List.of("dev.orderflow.payment.failed.v1"));
        }
    }
}
