package dev.orderflow.payment.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.payment.domain.PaymentStatus;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LedgerComparisonTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final String KEY = ORDER.toString();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, ",
        "9, 0, 9, 0, ",
        "9, 9, 9, 9, ",
        "0, 0, 9, 0, CAPTURED_BY_GATEWAY_ONLY",
        "0, 0, 9, 9, CAPTURED_BY_GATEWAY_ONLY",
        "9, 0, 0, 0, CAPTURED_BY_US_ONLY",
        "9, 9, 0, 0, CAPTURED_BY_US_ONLY",
        "9, 0, 8, 0, AMOUNT_DIFFERS",
        "9, 9, 8, 8, AMOUNT_DIFFERS",
        "9, 9, 9, 0, REFUNDED_BY_US_ONLY",
        "9, 0, 9, 9, REFUNDED_BY_GATEWAY_ONLY",
        "9, 9, 9, 8, AMOUNT_DIFFERS"
    })
    void of_one_payment_all_that_moved_must_be_the_same(
            long ourCaptured, long ourRefunded, long captured, long refunded, DifferenceKind kind) {
        var comparison = new LedgerComparison(
                KEY,
                Optional.of(ours(PaymentStatus.COMPLETED, ourCaptured, ourRefunded)),
                Optional.of(new GatewayCharge(KEY, KEY, captured, refunded, "EUR")));

        assertThat(comparison.difference()).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void another_currency_is_another_amount() {
        var comparison = new LedgerComparison(
                KEY,
                Optional.of(ours(PaymentStatus.COMPLETED, 9, 0)),
                Optional.of(new GatewayCharge(KEY, KEY, 9, 0, "USD")));

        assertThat(comparison.difference()).contains(DifferenceKind.AMOUNT_DIFFERS);
    }

    @Test
    void a_charge_that_the_gateway_never_heard_of_is_nothing_captured() {
        assertThat(new LedgerComparison(KEY, Optional.of(ours(PaymentStatus.COMPLETED, 9, 0)), Optional.empty())
                        .difference())
                .contains(DifferenceKind.CAPTURED_BY_US_ONLY);
        assertThat(new LedgerComparison(KEY, Optional.of(ours(PaymentStatus.VOIDED, 0, 0)), Optional.empty())
                        .difference())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9, 0, 9, CHARGED_TWICE", "9, 0, 0, CAPTURED_BY_GATEWAY_ONLY", "9, 9, 9, ", "0, 0, 9, "})
    void under_a_second_key_the_gateway_may_keep_nothing(
            long captured, long refunded, long ourCaptured, DifferenceKind kind) {
        var comparison = new LedgerComparison(
                "second",
                Optional.of(ours(PaymentStatus.COMPLETED, ourCaptured, 0)),
                Optional.of(new GatewayCharge("second", KEY, captured, refunded, "EUR")));

        assertThat(comparison.difference()).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void of_an_order_that_nobody_knows_the_gateway_may_keep_nothing() {
        assertThat(new LedgerComparison("k", Optional.empty(), Optional.of(new GatewayCharge("k", "o", 9, 8, "EUR")))
                        .difference())
                .contains(DifferenceKind.CAPTURED_BY_GATEWAY_ONLY);
        assertThat(new LedgerComparison("k", Optional.empty(), Optional.empty()).difference())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "UNKNOWN", "EXPIRING", "VOIDING", "REFUNDING"})
    void nothing_can_be_said_of_a_payment_in_flight(PaymentStatus open) {
        assertThat(new LedgerComparison(KEY, Optional.of(ours(open, 0, 0)), Optional.empty()).isInFlight())
                .isTrue();
        assertThat(new LedgerComparison("second", Optional.of(ours(open, 0, 0)), Optional.empty()).isInFlight())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PENDING", "UNKNOWN", "EXPIRING", "VOIDING", "REFUNDING"})
    void a_payment_at_rest_is_compared(PaymentStatus end) {
        assertThat(new LedgerComparison(KEY, Optional.of(ours(end, 0, 0)), Optional.empty()).isInFlight())
                .isFalse();
    }

    private static LedgerBalance ours(PaymentStatus status, long captured, long refunded) {
        return new LedgerBalance(ORDER, status, 1, captured, refunded, "EUR");
    }
}
