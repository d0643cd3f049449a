package dev.orderflow.systemtests.crash;

import dev.orderflow.events.Topics;
import dev.orderflow.inventory.application.ExpireReservations;
import dev.orderflow.inventory.application.RecordLowWaterMark;
import dev.orderflow.messaging.outbox.MarkedTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Stops the relay of the order service for longer than a reservation's lifetime. */
public final class StoppedRelay {

    private static final int BATCH = 10;
    private static final int RESERVATIONS = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** An order was confirmed soon after its reservation. */
    private static final String CONFIRMED = """
            insert into outbox (id, topic, record_key, payload, headers, created_at)
            values ('%1$s', '%2$s', '%1$s', '{}', '{}', now() - interval '119 minutes')""".formatted(Scenario.id(1), Topics.ORDERS);

    private StoppedRelay() {}

    /** Returns what is wrong with the reservations while the relay is stopped, or after everything was published. */
    public static Optional<String> wrong(BareService orders, BareService inventory) throws SQLException {
        orders.crashes.live();
        inventory.crashes.live();
        inventory.rows.replaceBy(InventoryScenarios.HELD);

        orders.rows.replaceBy(CONFIRMED);
        follow(inventory, 1, mark(orders));
        int early = expire(inventory);
        if (early > 0) {
            return Optional.of(early + " reservations expire before an older event is published");
        }
        orders.rows.replaceBy("");
        follow(inventory, 2, mark(orders));
        int unheard = expire(inventory);
        if (unheard > 0) {
            return Optional.of(unheard + " reservations expire before a mark of each partition has come");
        }
        follow(inventory, 1, mark(orders));
        int expired = expire(inventory);
        return expired == RESERVATIONS
                ? Optional.empty()
                : Optional.of("only %d reservations expire once all is published".formatted(expired));
    }

    private static Instant mark(BareService orders) {
        return MarkedTime.of(orders.crashes.dataSource(), Topics.ORDERS);
    }

    private static void follow(BareService inventory, int partitions, Instant until) {
        inventory.transact(beans -> beans.get(RecordLowWaterMark.class).record(0, partitions, until));
    }

    private static int expire(BareService inventory) {
        AtomicInteger expired = new AtomicInteger();
        inventory.transact(
                beans -> expired.set(beans.get(ExpireReservations.class).expire(HOUR, MARGIN, BATCH)));
        return expired.get();
    }
}
