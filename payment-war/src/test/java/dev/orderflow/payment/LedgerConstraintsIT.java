package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Database constraints prevent wrong captures and refunds, even for writers that bypass the service. */
@MicroShedTest
class LedgerConstraintsIT {

    private static Database database;

    private final UUID orderId = UUID.randomUUID();

    @BeforeAll
    static void connect() {
        database = TestEnvironment.backends().database(ServiceName.PAYMENT);
    }

    /** The payment is final, so that no worker claims it. */
    @BeforeEach
    void pay() {
        database.execute("""
                insert into payment (order_id, status, amount, currency, token)
                values ('%s', 'COMPLETED', 5980, 'EUR', 'tok_approve')""".formatted(orderId));
    }

    @Test
    void a_capture_can_be_given_back_once_and_in_full() {
        assertThatCode(() -> enter("AUTHORISE", 5980)).doesNotThrowAnyException();
        assertThatCode(() -> enter("CAPTURE", 5980)).doesNotThrowAnyException();
        assertThatCode(() -> enter("REFUND", 5980)).doesNotThrowAnyException();

        assertThatThrownBy(() -> enter("REFUND", 5980)).hasStackTraceContaining("payment_entry_pkey");
    }

    @Test
    void nothing_is_given_back_that_was_not_captured() {
        enter("AUTHORISE", 5980);

        assertThatThrownBy(() -> enter("REFUND", 5980)).hasStackTraceContaining("gives_back");
    }

    @ParameterizedTest
    @ValueSource(longs = {5981, 1, 0, -5980})
    void no_other_amount_than_the_payments_is_captured_or_given_back(long amount) {
        assertThatThrownBy(() -> enter("CAPTURE", amount)).hasStackTraceContaining("violates");
        enter("CAPTURE", 5980);
        assertThatThrownBy(() -> enter("REFUND", amount)).hasStackTraceContaining("violates");
    }

    @Test
    void nothing_is_captured_twice() {
        enter("CAPTURE", 5980);

        assertThatThrownBy(() -> enter("CAPTURE", 5980)).hasStackTraceContaining("payment_entry_pkey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update payment_entry set amount = 1", "delete from payment_entry", "truncate payment_entry"})
    void what_is_entered_stays(String change) {
        enter("CAPTURE", 5980);

        assertThatThrownBy(() -> database.execute(change)).hasStackTraceContaining("append-only");
        assertThat(database.number("select amount from payment_entry where order_id = ?", orderId))
                .isEqualTo(5980);
    }

    @Test
    void the_amount_of_a_payment_that_has_entries_stays() {
        enter("CAPTURE", 5980);

        assertThatThrownBy(() ->
                        database.execute("update payment set amount = 1 where order_id = '%s'".formatted(orderId)))
                .hasStackTraceContaining("violates foreign key");
    }

    private void enter(String kind, long amount) {
        database.execute("insert into payment_entry (order_id, kind, amount) values ('%s', '%s', %d)"
                .formatted(orderId, kind, amount));
    }
}
