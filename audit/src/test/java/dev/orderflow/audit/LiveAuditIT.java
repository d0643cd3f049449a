package dev.orderflow.audit;

import static dev.orderflow.audit.AuditedDatabases.Owner.GATEWAY;
import static dev.orderflow.audit.AuditedDatabases.Owner.ORDER;
import static dev.orderflow.audit.AuditedDatabases.Owner.PAYMENT;
import static dev.orderflow.audit.AuditedDatabases.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the system is at work, what is on its way is not taken for wrong, and what is wrong is found all the same. */
class LiveAuditIT {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The order service says that the order is cancelled, the payment service has not heard of it yet. */
    private static final String CANCELLED = """
            update orders set status = 'CANCELLED', reason = 'CANCELLED_BY_CUSTOMER' where id = '%1$s';
            update order_history set to_status = 'CANCELLED', cause = 'CANCEL_REQUESTED'
            where order_id = '%1$s' and cause = 'PAYMENT_COMPLETED'""".formatted(order(0));

    private static final String EVENT = """
            insert into outbox (id, topic, record_key, headers)
            values (uuidv7(), 'orderflow.orders.v1', '%s', '{}')""".formatted(order(0));

    private static AuditedDatabases books;

    @BeforeAll
    static void open() {
        books = new AuditedDatabases();
    }

    @BeforeEach
    void fill() {
        books.fill(20);
    }

    private static AuditReport audit() {
        return Audit.of(books.target()).withPause(PAUSE).run(false);
    }

    @Test
    void what_an_event_in_an_outbox_will_put_right_is_undecided_and_wrong_once_the_event_is_lost() {
        books.plant(ORDER, CANCELLED);
        books.execute(ORDER, EVENT);

        AuditReport waiting = audit();
        books.execute(ORDER, "delete from outbox");
        AuditReport lost = audit();

        assertThat(waiting.broken()).as(waiting.toString()).isEmpty();
        assertThat(waiting.undecided()).isPositive();
        assertThat(lost.broken()).as(lost.toString()).containsExactly(Invariant.I2, Invariant.I3);
        assertThat(lost.undecided()).isZero();
    }

    /** The second look sees the same disagreement, but in a newer row. */
    @Test
    void what_moves_between_the_looks_is_not_wrong() {
        books.plant(GATEWAY, "delete from movement where key = '%s'".formatted(order(0)));
        var looks = new AtomicInteger();
        AuditTarget moving = books.target().withAnswered(() -> {
            looks.incrementAndGet();
            books.plant(PAYMENT, "update payment set version = version + 1 where order_id = '%s'".formatted(order(0)));
            return Stream.empty();
        });

        AuditReport report = Audit.of(moving).withPause(PAUSE).run(false);

        assertThat(looks).hasValue(2);
        assertThat(report.broken()).as(report.toString()).isEmpty();
        assertThat(audit().broken()).containsExactly(Invariant.I3);
    }

    @Test
    void a_payment_that_the_gateway_still_has_to_be_asked_about_is_under_way() {
        books.plant(PAYMENT, """
                update payment set status = 'REFUNDING' where order_id = '%1$s';
                delete from payment_entry where order_id = '%1$s' and kind = 'REFUND'""".formatted(order(8)));
        books.plant(GATEWAY, "delete from movement where key = '%s' and kind = 'REFUND'".formatted(order(8)));

        AuditReport report = audit();

        assertThat(report.broken()).as(report.toString()).isEmpty();
        assertThat(report.underWay()).isEqualTo(1);
        assertThat(Audit.of(books.target()).withPause(PAUSE).run(true).broken()).containsExactly(Invariant.I3);
    }

    @Test
    void an_order_may_be_unfinished_until_its_deadline_and_no_longer() {
        books.plant(ORDER, """
                update orders set status = 'PENDING', reason = null, version = 0 where id = '%1$s';
                delete from order_history where order_id = '%1$s' and cause <> 'PLACED'""".formatted(order(6)));
        assertThat(audit().broken()).isEmpty();

        books.plant(
                ORDER,
                "update orders set created_at = now() - interval '12 minutes' where id = '%s'".formatted(order(6)));

        assertThat(audit().broken()).containsExactly(Invariant.I4);
    }

    @Test
    void one_look_is_enough_for_what_a_single_database_proves() {
        books.plant(
                PAYMENT,
                "insert into payment_entry (order_id, kind, amount) values ('%s', 'VOID', 2250)".formatted(order(0)));
        var looks = new AtomicInteger();
        AuditTarget counting = books.target().withAnswered(() -> {
            looks.incrementAndGet();
            return Stream.empty();
        });

        AuditReport report = Audit.of(counting).withPause(PAUSE).run(false);

        assertThat(report.broken()).containsExactly(Invariant.I6);
        assertThat(looks).hasValue(1);
    }
}
