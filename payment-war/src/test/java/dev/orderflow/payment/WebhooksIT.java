package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class WebhooksIT {

    private static final String COMPLETED = "dev.orderflow.payment.completed.v1";
    private static final String REFUNDED = "dev.orderflow.payment.refunded.v1";

    private static Database database;
    private static SagaServices saga;

    private final UUID orderId = UUID.randomUUID();
    private final SentWebhook webhook = new SentWebhook(orderId, "CAPTURED");

    @BeforeAll
    static void connect() {
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
        saga = new SagaServices();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    /** A PENDING payment is stored as if its charge were in progress. */
    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "UNKNOWN"})
    void a_payment_that_waits_is_asked_for_at_once(String status) {
        charged("CAPTURED");
        waiting(status);

        webhook.send().statusCode(204);

        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        assertThat(PaymentBalances.entries(orderId)).containsExactly("AUTHORISE", "CAPTURE");
        saga.awaitEvents(orderId, COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"DECLINED, CAPTURED, COMPLETED", "CAPTURED, DECLINED, FAILED", "CAPTURED, VOIDED, FAILED"})
    void the_gateway_is_asked_and_its_webhook_is_not_believed(String told, String answered, String end) {
        charged(answered);
        waiting("UNKNOWN");

        new SentWebhook(orderId, told).send().statusCode(204);

        PaymentBalances.awaitStatus(orderId, end);
        assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(PaymentBalances.keptByGateway(orderId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"charge\": ", "{\"a\": 1, \"a\": 2}", "7"})
    void a_webhook_that_is_no_json_document_is_answered_400(String body) {
        new SentWebhook(body).send().statusCode(400).body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void a_webhook_that_comes_again_and_again_charges_nothing_more() {
        saga.reserve(orderId, UUID.randomUUID(), "tok_webhook_twice");
        for (int i = 0; i < 10; i++) {
            webhook.send().statusCode(204);
        }
        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        webhook.send().statusCode(204);

        requireUntouched("COMPLETED", SagaServices.AMOUNT, COMPLETED);
    }

    @Test
    void a_webhook_that_comes_after_the_refund_changes_nothing() {
        saga.reserve(orderId, UUID.randomUUID(), "tok_webhook_late");
        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        saga.cancel(orderId);
        PaymentBalances.awaitStatus(orderId, "REFUNDED");

        webhook.send().statusCode(204);

        requireUntouched("REFUNDED", 0, COMPLETED, REFUNDED);
    }

    @Test
    void a_webhook_does_not_resurrect_a_voided_order() {
        saga.cancel(orderId);
        PaymentBalances.awaitStatus(orderId, "VOIDED");

        webhook.send().statusCode(204);

        requireUntouched("VOIDED", 0);
        assertThat(PaymentBalances.charges(orderId)).isZero();
    }

    @Test
    void a_webhook_about_an_order_that_nobody_knows_makes_none() {
        webhook.send().statusCode(204);

        given().get("/api/payments/" + orderId).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"charge\": 1}", "{\"charge\": {\"key\": \"cus_1\"}}", "{\"charge\": {\"key\": 1}}"
            })
    void a_webhook_about_something_else_is_taken_and_means_nothing(String body) {
        waiting("UNKNOWN");

        new SentWebhook(body).send().statusCode(204);

        requireUntouched("UNKNOWN", 0);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t=1,v1=", "v1=00", "t=99999999999999999999,v1=00", "nonsense"})
    void a_webhook_without_a_signature_wakes_nobody(@Nullable String signature) {
        requireRefused(webhook, signature, "webhook-forged");
    }

    @Test
    void a_webhook_that_somebody_else_signed_or_changed_wakes_nobody() {
        requireRefused(webhook, webhook.signed("whsec_guessed", 0), "webhook-forged");
        requireRefused(
                webhook,
                new SentWebhook(UUID.randomUUID(), "CAPTURED").signed(SentWebhook.SECRET, 0),
                "webhook-forged");
        String signature = webhook.signed(SentWebhook.SECRET, 10_000);
        requireRefused(
                webhook, signature.replaceFirst("t=\\d+", "t=" + System.currentTimeMillis() / 1000), "webhook-forged");
    }

    @Test
    void a_webhook_is_accepted_under_the_secret_before() {
        webhook.send(webhook.signed(SentWebhook.PREVIOUS_SECRET, 0)).statusCode(204);
        webhook.send(webhook.signed("whsec_guessed", 0)
                        + webhook.signed(SentWebhook.SECRET, 0).replaceFirst("t=\\d+", ""))
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {360, -360, 1_000_000})
    void a_webhook_that_was_signed_at_another_time_wakes_nobody(long secondsAgo) {
        requireRefused(webhook, webhook.signed(SentWebhook.SECRET, secondsAgo), "webhook-stale");
    }

    @ParameterizedTest
    @ValueSource(longs = {200, -200})
    void clocks_may_differ_by_some_minutes(long secondsAgo) {
        webhook.send(webhook.signed(SentWebhook.SECRET, secondsAgo)).statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"charge\":{", ""})
    void a_body_that_is_no_json_is_a_bad_request(String body) {
        new SentWebhook(body).send().statusCode(400).contentType("application/problem+json");
    }

    /** Without the webhook, the next attempt would be after the test. */
    @ParameterizedTest
    @ValueSource(strings = {"tok_webhook_first", "tok_webhook_twice", "tok_webhook_late"})
    void the_simulated_gateway_sends_what_the_service_accepts(String token) {
        waiting("UNKNOWN");

        TestGateway.charge(orderId, token);

        PaymentBalances.awaitStatus(orderId, "COMPLETED");
        requireUntouched("COMPLETED", SagaServices.AMOUNT, COMPLETED);
    }

    /** Triggers an attempt for another payment. When it ends, all earlier attempts have ended, too. */
    private void requireUntouched(String status, long kept, String... events) {
        UUID other = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(other, "COMPLETED");
        saga.awaitEvents(other, COMPLETED);
        assertThat(PaymentBalances.status(orderId)).isEqualTo(status);
        assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(kept);
        assertThat(PaymentBalances.keptByGateway(orderId)).isEqualTo(kept);
        await().atMost(SagaServices.LIMIT)
                .untilAsserted(() -> assertThat(saga.consumedOf(orderId)).containsExactly(events));
    }

    private void requireRefused(SentWebhook sent, @Nullable String signature, String problem) {
        if (PaymentBalances.status(orderId).equals("unknown")) {
            waiting("UNKNOWN");
        }
        sent.send(signature)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
        assertThat(database.number("""
                select count(*) from payment where order_id = ? and status = 'UNKNOWN' and attempts = 0
                and next_attempt_at > now() + interval '30 minutes'""", orderId))
                .as("payments that wait as before")
                .isEqualTo(1);
    }

    /** Stores a payment whose next attempt is after the test. */
    private void waiting(String status) {
        database.execute("""
                insert into payment (order_id, status, amount, currency, token, next_attempt_at)
                values ('%s', '%s', %d, 'EUR', 'tok_approve', now() + interval '1 hour')""".formatted(orderId, status, SagaServices.AMOUNT));
    }

    /** Writes a charge to the gateway's ledger, bypassing the service. */
    private void charged(String status) {
        TestGateway.books().execute("""
                insert into charge (key, order_id, amount, currency, token, status)
                values ('%1$s', '%1$s', %2$d, 'EUR', 'tok_approve', '%3$s');
                insert into movement (key, kind, amount)
                select key, 'CAPTURE', amount from charge where key = '%1$s' and status = 'CAPTURED'""".formatted(orderId, SagaServices.AMOUNT, status));
    }
}
