package dev.orderflow.audit;

import static dev.orderflow.audit.AuditedDatabases.Owner.GATEWAY;
import static dev.orderflow.audit.AuditedDatabases.Owner.INVENTORY;
import static dev.orderflow.audit.AuditedDatabases.Owner.ORDER;
import static dev.orderflow.audit.AuditedDatabases.Owner.PAYMENT;
import static dev.orderflow.audit.AuditedDatabases.order;
import static dev.orderflow.audit.findings.Invariant.I1;
import static dev.orderflow.audit.findings.Invariant.I2;
import static dev.orderflow.audit.findings.Invariant.I3;
import static dev.orderflow.audit.findings.Invariant.I4;
import static dev.orderflow.audit.findings.Invariant.I5;
import static dev.orderflow.audit.findings.Invariant.I6;
import static dev.orderflow.audit.findings.Invariant.I7;
import static dev.orderflow.audit.findings.Invariant.I8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant is broken on purpose, and the audit tells that one and no other. */
class AuditIT {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static AuditedDatabases books;

    @BeforeAll
    static void open() {
        books = new AuditedDatabases();
    }

    @BeforeEach
    void fill() {
        books.fill(20);
    }

    private static AuditReport audit(boolean atRest) {
        return Audit.of(books.target()).withPause(PAUSE).run(atRest);
    }

    private static Arguments planted(Invariant invariant, String what, AuditedDatabases.Owner where, String sql) {
        return Arguments.of(invariant, what, where, sql);
    }

    static Stream<Arguments> plantedStock() {
        return Stream.of(
                planted(I1, "one unit too many", INVENTORY, "update stock set on_hand = on_hand + 1 where sku = 'A-0'"),
                planted(I1, "reserved for nobody", INVENTORY, "update stock set reserved = 1 where sku = 'A-0'"),
                planted(I1, "a forgotten delivery", INVENTORY, """
                        delete from stock_movement where sku = 'A-7' and kind = 'RECEIVED';
                        insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after,
                            reserved_after, idempotency_key, reason, version_after)
                        values (uuidv7(), 'A-7', 'RECEIVED', 5, 0, 5, 0, 'k', 'r', 0)"""),
                planted(
                        I2,
                        "goods that were refused and never asked for",
                        INVENTORY,
                        "delete from reservation where order_id = '%s'".formatted(order(6))),
                planted(I2, "confirmed, but given back", INVENTORY, """
                        update reservation set status = 'RELEASED' where order_id = '%1$s';
                        update stock_movement set kind = 'RELEASED', quantity = 0 where order_id = '%1$s' and kind = 'SOLD';
                        update stock set on_hand = on_hand + 1 where sku = 'A-0';
                        update stock set on_hand = on_hand + 2 where sku = 'B-0'""".formatted(order(0))),
                planted(I2, "cancelled, but still held", INVENTORY, """
                        update reservation set status = 'HELD' where order_id = '%1$s';
                        delete from stock_movement where order_id = '%1$s' and kind = 'RELEASED';
                        update stock set reserved = 1 where sku = 'A-8';
                        update stock set reserved = 2 where sku = 'B-8'""".formatted(order(8))),
                planted(
                        I2,
                        "other goods than were ordered",
                        ORDER,
                        "update order_line set sku = 'A-1' where order_id = '%s' and position = 0"
                                .formatted(order(0))));
    }

    static Stream<Arguments> plantedMoney() {
        return Stream.of(
                planted(I3, "charged twice", GATEWAY, """
                        insert into charge (key, order_id, amount, status) values ('other', '%s', 2250, 'CAPTURED');
                        insert into movement (key, kind, amount) values ('other', 'CAPTURE', 2250)""".formatted(order(0))),
                planted(
                        I3,
                        "confirmed, but refunded",
                        GATEWAY,
                        "insert into movement (key, kind, amount) values ('%s', 'REFUND', 2250)".formatted(order(0))),
                planted(
                        I3,
                        "cancelled, but not refunded",
                        GATEWAY,
                        "delete from movement where key = '%s' and kind = 'REFUND'".formatted(order(8))),
                planted(
                        I3,
                        "less taken than it costs",
                        GATEWAY,
                        "update movement set amount = 2249 where key = '%s'".formatted(order(0))),
                planted(
                        I3,
                        "not yet settled",
                        PAYMENT,
                        "update payment set status = 'UNKNOWN' where order_id = '%s'".formatted(order(7))),
                planted(
                        I3,
                        "a cancellation that was never heard of",
                        PAYMENT,
                        "delete from payment where order_id = '%s'".formatted(order(6))),
                planted(I3, "a charge for no order", GATEWAY, """
                        insert into charge (key, order_id, amount, status) values ('x', 'o-1', 5, 'CAPTURED')"""),
                planted(
                        I3,
                        "a total that is not the sum of the lines",
                        ORDER,
                        "update order_line set unit_price = 1 where order_id = '%s' and position = 0"
                                .formatted(order(0))));
    }

    static Stream<Arguments> plantedOrders() {
        return Stream.of(
                planted(I4, "an order that is not finished", ORDER, """
                        update orders set status = 'PENDING', reason = null, version = 0 where id = '%1$s';
                        delete from order_history where order_id = '%1$s' and cause <> 'PLACED'""".formatted(order(6))),
                planted(I4, "a lost order", ORDER, """
                        delete from idempotency_key where order_id = '%1$s'; delete from order_line where order_id = '%1$s';
                        delete from order_history where order_id = '%1$s'; delete from orders where id = '%1$s'""".formatted(order(3))),
                planted(
                        I5,
                        "an order without its key",
                        ORDER,
                        "delete from idempotency_key where order_id = '%s'".formatted(order(3))),
                planted(
                        I5,
                        "an order with two keys",
                        ORDER,
                        "insert into idempotency_key select customer_id, 'again', fingerprint, order_id, status, location,"
                                + " entity_tag, body from idempotency_key where key = 'k-3'"),
                planted(
                        I5,
                        "a key that answers with another order",
                        ORDER,
                        "update idempotency_key set location = '/api/orders/%s' where key = 'k-3'".formatted(order(4))),
                planted(I6, "an event with two effects", ORDER, """
                        insert into order_history (id, order_id, from_status, to_status, cause, event_id)
                        select uuidv7(), order_id, to_status, to_status, cause, event_id
                        from order_history where order_id = '%s' and cause = 'PAYMENT_COMPLETED'""".formatted(order(0))),
                planted(
                        I6,
                        "an effect without a claim",
                        ORDER,
                        "delete from inbox where ctid in (select min(ctid) from inbox)"),
                planted(
                        I6,
                        "given back for another reason",
                        INVENTORY,
                        "update stock_movement set kind = 'EXPIRED' where order_id = '%s' and kind = 'RELEASED'"
                                .formatted(order(7))),
                planted(
                        I6,
                        "completed and voided",
                        PAYMENT,
                        "insert into payment_entry (order_id, kind, amount) values ('%s', 'VOID', 2250)"
                                .formatted(order(0))),
                planted(I7, "a step that is not legal", ORDER, """
                        insert into order_history (id, order_id, from_status, to_status, cause) values
                            (uuidv7(), '%1$s', 'REJECTED', 'CONFIRMED', 'PAYMENT_COMPLETED'),
                            (uuidv7(), '%1$s', 'CONFIRMED', 'REJECTED', 'PAYMENT_FAILED')""".formatted(order(7))),
                planted(
                        I7,
                        "another reason",
                        ORDER,
                        "update orders set reason = 'EXPIRED' where id = '%s'".formatted(order(8))),
                planted(
                        I7,
                        "a change without a step",
                        ORDER,
                        "update orders set version = version + 1 where id = '%s'".formatted(order(8))),
                planted(
                        I7,
                        "an order without a beginning",
                        ORDER,
                        "delete from order_history where order_id = '%s' and cause = 'PLACED'".formatted(order(0))),
                planted(I8, "an event that was not published", PAYMENT, """
                        insert into outbox (id, topic, record_key, headers)
                        values (uuidv7(), 'orderflow.payments.v1', 'k', '{}')"""),
                planted(I8, "a dead letter", INVENTORY, """
                        insert into dead_letter (id, event_id, channel, topic, kafka_partition, kafka_offset, headers, cause,
                            attempts)
                        values (uuidv7(), uuidv7(), 'orders', 'orderflow.orders.v1', 0, 0, '{}', 'poison', 1)"""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"plantedStock", "plantedMoney", "plantedOrders"})
    void whatever_is_planted_breaks_its_invariant_and_no_other(
            Invariant invariant, String what, AuditedDatabases.Owner where, String sql) {
        books.plant(where, sql);

        AuditReport report = audit(true);

        assertThat(report.broken()).as("%s%n%s", what, report).containsExactly(invariant);
    }

    /** The database would not let it happen, so its constraint has to go. */
    @Test
    void more_units_held_than_were_stocked_break_the_second_and_no_other() {
        books.execute(INVENTORY, "alter table stock drop constraint no_oversell");
        try {
            books.plant(INVENTORY, """
                    update reservation set status = 'HELD' where order_id = '%1$s';
                    delete from stock_movement where order_id = '%1$s' and kind = 'SOLD';
                    update stock_movement set quantity = 1 where sku = 'B-0' and kind = 'RECEIVED';
                    update stock set on_hand = 1000000, reserved = 1 where sku = 'A-0';
                    update stock set on_hand = 1, reserved = 2 where sku = 'B-0'""".formatted(order(0)));

            AuditReport report = audit(true);

            assertThat(report.broken()).as(report.toString()).containsExactly(I2);
            assertThat(report.examples(I2))
                    .extracting(Finding::toString)
                    .contains("B-0: 2 are sold or held, but only 1 were ever stocked");
        } finally {
            books.fill(1);
            books.execute(INVENTORY, "alter table stock add constraint no_oversell check (reserved <= on_hand)");
        }
    }

    @Test
    void books_that_agree_are_clean_live_and_at_rest() {
        for (boolean atRest : new boolean[] {true, false}) {
            AuditReport report = audit(atRest);

            assertThat(report.broken()).as(report.toString()).isEmpty();
            assertThat(report.orders()).isEqualTo(20);
            assertThat(report.underWay()).isZero();
            assertThat(report.undecided()).isZero();
        }
    }

    @Test
    void an_order_that_a_client_was_given_and_that_does_not_exist_is_lost() {
        UUID lost = UUID.randomUUID();
        AuditTarget target = books.target().withAnswered(() -> Stream.of(UUID.fromString(order(0)), lost));

        AuditReport report = Audit.of(target).withPause(PAUSE).run(false);

        assertThat(report.broken()).containsExactly(I4);
        assertThat(report.examples(I4)).extracting(Finding::subject).containsExactly(lost.toString());
    }

    @Test
    void a_dead_letter_that_was_poisoned_on_purpose_is_expected_and_its_absence_is_not() {
        AuditReport report =
                Audit.of(books.target().withDeadLetters(1)).withPause(PAUSE).run(true);

        assertThat(report.broken()).containsExactly(I8);
        assertThat(report.examples(I8)).extracting(Finding::text).containsExactly("0 are parked where 1 are expected");
    }

    @Test
    void the_gateways_ledger_is_left_out_where_it_is_another_company() {
        books.plant(GATEWAY, "truncate charge, movement");
        assertThat(audit(true).broken()).containsExactly(I3);

        AuditReport report =
                Audit.of(books.targetWithoutGateway()).withPause(PAUSE).run(true);

        assertThat(report.broken()).as(report.toString()).isEmpty();
    }
}
