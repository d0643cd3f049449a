package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Database constraints enforce the limits of the API, even for writers that bypass the service. */
@MicroShedTest
class ConstraintsIT {

    private static UUID order;

    @BeforeAll
    static void place() {
        order = new OrderApiClient(TestEnvironment.server().baseUri()).place("c-constraints");
    }

    /** Rolls back, because the service never stores an order without lines or history. */
    @ParameterizedTest
    @MethodSource
    void what_is_legal_is_taken(String insert) {
        assertThatCode(() -> OrderRows.execute("begin; " + insert + "; rollback"))
                .doesNotThrowAnyException();
    }

    static Stream<String> what_is_legal_is_taken() {
        return Stream.of(
                order("0, 'c-1', 'PENDING', null, 'EUR', 1, 't'"), line("99, 'LEGAL', 'n', 10000, 1000000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0, 'c 1', 'PENDING', null, 'EUR', 1, 't'",
                "0, '', 'PENDING', null, 'EUR', 1, 't'",
                "0, 'c-1', 'SHIPPED', null, 'EUR', 1, 't'",
                "0, 'c-1', 'CANCELLED', null, 'EUR', 1, 't'",
                "0, 'c-1', 'PENDING', 'EXPIRED', 'EUR', 1, 't'",
                "0, 'c-1', 'CANCELLED', 'BORED', 'EUR', 1, 't'",
                "0, 'c-1', 'PENDING', null, 'eur', 1, 't'",
                "0, 'c-1', 'PENDING', null, 'EUR', 0, 't'",
                "0, 'c-1', 'PENDING', null, 'EUR', 1, ''"
            })
    void an_illegal_order_is_refused(String values) {
        assertRefused(order(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100, 'S-1', 'n', 1, 1",
                "-1, 'S-1', 'n', 1, 1",
                "50, 'S 1', 'n', 1, 1",
                "50, 'S-1', '', 1, 1",
                "50, 'S-1', 'n', 0, 1",
                "50, 'S-1', 'n', 10001, 1",
                "50, 'S-1', 'n', 1, 0",
                "50, 'S-1', 'n', 1, 1000000001"
            })
    void an_illegal_line_is_refused(String values) {
        assertRefused(line(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'S 1', 'n', 1", "'S-1', '', 1", "'S-1', E'a\\nb', 1", "'S-1', 'n', 0", "'S-1', 'n', 1000000001"
            })
    void an_illegal_product_is_refused(String values) {
        assertRefused("insert into product (sku, name, unit_price, version) values (" + values + ", 0)");
    }

    @Test
    void two_lines_of_one_sku_are_refused() {
        assertThatThrownBy(() -> OrderRows.execute(line("50, 'BOOK-001', 'n', 1, 1")))
                .hasStackTraceContaining("one_line_per_sku");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update order_history set cause = 'x'", "delete from order_history"})
    void history_is_only_ever_added_to(String change) {
        assertThatThrownBy(() -> OrderRows.execute(change + " where order_id = '" + order + "'"))
                .hasStackTraceContaining("only ever added");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate order_history", "truncate order_history cascade"})
    void history_stays_whole(String change) {
        assertThatThrownBy(() -> OrderRows.execute(change)).hasStackTraceContaining("only ever added");
    }

    private static String order(String values) {
        return """
                insert into orders (id, version, customer_id, status, reason, currency, total, payment_token)
                values (gen_random_uuid(), %s)""".formatted(values);
    }

    private static String line(String values) {
        return """
                insert into order_line (order_id, position, sku, name, quantity, unit_price) values ('%s', %s)""".formatted(order, values);
    }

    private static void assertRefused(String insert) {
        assertThatThrownBy(() -> OrderRows.execute(insert)).hasStackTraceContaining("violates check constraint");
    }
}
