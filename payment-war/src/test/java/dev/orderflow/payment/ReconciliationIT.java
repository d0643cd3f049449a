package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Reconciles our ledger with the gateway's. The tests insert differences into either. */
@MicroShedTest
class ReconciliationIT {

    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_decline",
            "tok_slow",
            "tok_timeout_charged",
            "tok_error_charged",
            "tok_timeout_uncharged");

    private static Database database;
    private static LedgerRows books;
    private static ReconciliationReports report;
    private static SagaServices saga;

    private final UUID orderId = UUID.randomUUID();

    @BeforeAll
    static void connect() {
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
        books = LedgerRows.open();
        report = new ReconciliationReports(database);
        saga = new SagaServices();
    }

    @AfterAll
    static void hangUp() {
        saga.close();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 5980, 0, 0, 0, CAPTURED_BY_US_ONLY",
        "FAILED, 0, 0, 5980, 0, CAPTURED_BY_GATEWAY_ONLY",
        "VOIDED, 0, 0, 5980, 0, CAPTURED_BY_GATEWAY_ONLY",
        "COMPLETED, 5980, 0, 5981, 0, AMOUNT_DIFFERS",
        "REFUNDED, 5980, 5980, 5980, 0, REFUNDED_BY_US_ONLY",
        "COMPLETED, 5980, 0, 5980, 5980, REFUNDED_BY_GATEWAY_ONLY",
        "REFUNDED, 5980, 5980, 5980, 1000, AMOUNT_DIFFERS"
    })
    void a_difference_is_found_and_goes_when_it_is_healed(
            String status, long ourCaptured, long ourRefunded, long captured, long refunded, String kind) {
        books.ours(orderId, status, ourCaptured, ourRefunded);
        books.gateway(orderId.toString(), orderId, captured, refunded);

        ReconciliationReports.awaitKind(orderId, kind);
        var found = ReconciliationReports.differences().get(orderId.toString());
        assertThat(found.getLong("ours.captured")).isEqualTo(ourCaptured);
        assertThat(found.getLong("ours.refunded")).isEqualTo(ourRefunded);
        assertThat(found.getLong("gateway.captured")).isEqualTo(captured);
        assertThat(found.getLong("gateway.refunded")).isEqualTo(refunded);

        books.forget(orderId);
        books.gateway(orderId.toString(), orderId, ourCaptured, ourRefunded);
        ReconciliationReports.awaitGone(orderId);
        requireAgreed(orderId);
    }

    @Test
    void a_charge_for_an_order_that_we_do_not_know_is_found() {
        books.gateway(orderId.toString(), orderId, 5980, 0);
        String strange = "not-ours-" + orderId;
        books.gateway(strange, "their own", 5980, 0);

        ReconciliationReports.awaitKind(orderId, "CAPTURED_BY_GATEWAY_ONLY");
        ReconciliationReports.awaitKind(strange, "CAPTURED_BY_GATEWAY_ONLY");
        assertThat(ReconciliationReports.differences().get(strange).getString("ours.currency"))
                .isNull();

        books.forget(orderId);
        books.forget("their own");
        ReconciliationReports.awaitGone(orderId);
        ReconciliationReports.awaitGone(strange);
    }

    @Test
    void a_second_charge_under_another_key_is_found_until_it_is_given_back() {
        UUID paid = saga.reserve("tok_approve");
        PaymentBalances.awaitStatus(paid, "COMPLETED");
        String second = "retry-of-" + paid;
        books.gateway(second, paid, SagaServices.AMOUNT, 0);

        ReconciliationReports.awaitKind(second, "CHARGED_TWICE");
        assertThat(ReconciliationReports.differences().get(second).getString("orderId"))
                .isEqualTo(paid.toString());
        assertThat(ReconciliationReports.kind(paid)).as("the first charge").isNull();

        TestGateway.ask()
                .contentType("application/json")
                .post("/api/gateway/charges/" + second + "/refunds")
                .then()
                .statusCode(200);
        ReconciliationReports.awaitGone(second);
    }

    /** Page boundaries fall between movements of the same time. */
    @Test
    void many_that_moved_at_the_same_time_are_found_over_many_pages() {
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(60).toList();
        TestGateway.books()
                .execute(orders.stream()
                        .map(order -> LedgerRows.charge(order.toString(), order, 100, 0, "now"))
                        .reduce("", (all, one) -> all + one + ";"));

        report.awaitPass();

        assertThat(ReconciliationReports.keys())
                .containsAll(orders.stream().map(UUID::toString).toList());
        orders.forEach(books::forget);
    }

    @Test
    void what_the_gateway_commits_late_is_not_lost() throws Exception {
        try (Connection late = TestGateway.books().connect();
                var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute(LedgerRows.charge(orderId.toString(), orderId, 100, 0, "now"));
            UUID later = UUID.randomUUID();
            books.gateway(later.toString(), later, 100, 0);
            ReconciliationReports.awaitKind(later, "CAPTURED_BY_GATEWAY_ONLY");

            late.commit();
            books.forget(later);
        }

        ReconciliationReports.awaitKind(orderId, "CAPTURED_BY_GATEWAY_ONLY");
        books.forget(orderId);
    }

    /** The movement is so old that the statement no longer includes it. */
    @Test
    void a_payment_that_came_to_rest_long_after_the_gateway_had_moved_is_compared_all_the_same() {
        books.gateway(orderId.toString(), orderId, 5980, 0, "2020-01-31 09:00+00");
        books.ours(orderId, "UNKNOWN", 0, 0);
        report.awaitPass();
        assertThat(ReconciliationReports.kind(orderId)).isNull();

        database.execute(
                "update payment set status = 'FAILED', version = version + 1 where order_id = '%s'".formatted(orderId));

        ReconciliationReports.awaitKind(orderId, "CAPTURED_BY_GATEWAY_ONLY");
        books.forget(orderId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "UNKNOWN", "EXPIRING", "VOIDING"})
    void a_payment_in_flight_is_no_difference(String open) {
        books.ours(orderId, open, 0, 0);
        books.gateway(orderId.toString(), orderId, SagaServices.AMOUNT, 0);
        UUID refunding = UUID.randomUUID();
        books.ours(refunding, "REFUNDING", SagaServices.AMOUNT, 0);
        books.gateway(refunding.toString(), refunding, SagaServices.AMOUNT, SagaServices.AMOUNT);

        report.awaitPass();
        assertThat(ReconciliationReports.keys()).doesNotContain(orderId.toString(), refunding.toString());

        database.execute("update payment set next_attempt_at = now() where order_id in ('%s', '%s')"
                .formatted(orderId, refunding));
        PaymentBalances.awaitEnd(orderId);
        PaymentBalances.awaitEnd(refunding);
        report.awaitPass();
        assertThat(ReconciliationReports.keys()).doesNotContain(orderId.toString(), refunding.toString());
        requireAgreed(orderId);
        requireAgreed(refunding);
    }

    @Test
    void whatever_the_gateway_plays_the_ledgers_agree_in_the_end() {
        List<UUID> orders = IntStream.range(0, 90)
                .mapToObj(i -> saga.reserve(TOKENS.get(i % TOKENS.size())))
                .toList();
        IntStream.range(0, 90).filter(i -> i % 4 == 0).mapToObj(orders::get).forEach(saga::cancel);
        UUID neverRequested = UUID.randomUUID();
        saga.cancel(neverRequested);

        orders.forEach(PaymentBalances::awaitEnd);
        PaymentBalances.awaitStatus(neverRequested, "VOIDED");
        report.awaitPass();

        assertThat(ReconciliationReports.keys())
                .doesNotContainAnyElementsOf(orders.stream().map(UUID::toString).toList());
        assertThat(database.number("select count(*) from payment_entry")).isPositive();
    }

    @Test
    void a_difference_is_told_once_however_often_it_is_seen() throws IOException {
        books.gateway(orderId.toString(), orderId, 100, 0);
        ReconciliationReports.awaitKind(orderId, "CAPTURED_BY_GATEWAY_ONLY");
        report.awaitPass();
        report.awaitPass();

        try (Stream<String> log = Files.lines(TestEnvironment.server().logFile())) {
            assertThat(log.filter(line -> line.contains("do not agree") && line.contains(orderId.toString())))
                    .hasSize(1);
        }
        books.forget(orderId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/reconciliation?limit=0", "/api/reconciliation?limit=x", "/api/reconciliation?after=%00"})
    void a_page_that_there_cannot_be_is_a_bad_request(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400).contentType("application/problem+json");
    }

    private static void requireAgreed(UUID orderId) {
        assertThat(database.number(
                        "select count(*) from payment where order_id = ? and agreed_version = version", orderId))
                .isEqualTo(1);
    }
}
