package dev.orderflow.systemtests.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.systemtests.Byteman;
import dev.orderflow.systemtests.Shop;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.byteman.agent.submit.ScriptText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kafka is available, but the relay of the order service is stopped for longer than a reservation's lifetime. */
class StoppedRelayIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** The inventory scans for expired reservations every five seconds. */
    private static final Duration TWO_LOOKS = Duration.ofSeconds(10);

    private static final int ORDERS = 10;
    private static final long MARGIN_SECONDS = 1;

    /** The relay's advisory lock. */
    private static final long LOCK = 0x6f7574626f78L;

    private static Shop shop;

    private final String sku = "STOPPED-" + UUID.randomUUID();
    private final List<UUID> paid = new ArrayList<>();

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @Test
    void orders_that_are_paid_keep_their_stock_and_one_that_is_not_loses_it_once_the_relay_runs() throws Exception {
        shop.stock(sku, 1250, ORDERS + 1);
        LibertyServer payment = shop.stack().server(ServiceName.PAYMENT);
        LibertyServer inventory = shop.stack().server(ServiceName.INVENTORY);
        UUID unpaid;
        try (var connection =
                        shop.stack().backends().database(ServiceName.ORDER).connect();
                var sql = connection.createStatement()) {
            payment.pause();
            try {
                unpaid = shop.place("tok_hanging", sku);
                for (int i = 0; i < ORDERS; i++) {
                    paid.add(shop.place("tok_approve", sku));
                }
                Stream.concat(paid.stream(), Stream.of(unpaid)).forEach(id -> awaitStatus(id, "RESERVED"));
                stopRelay(sql);
            } finally {
                payment.resume();
            }
            paid.forEach(id -> awaitStatus(id, "CONFIRMED"));

            // No reservation was older, so each order was confirmed in time.
            long lifeSeconds = oldestSeconds() + 1;
            Byteman byteman = Byteman.inLiberty(inventory.pid());
            ScriptText shortLives = byteman.add("short-lives.btm", shortLives(lifeSeconds));
            try {
                await().atMost(LIMIT).until(() -> youngestSeconds() > lifeSeconds + MARGIN_SECONDS);
                await().during(TWO_LOOKS)
                        .atMost(TWO_LOOKS.multipliedBy(3))
                        .untilAsserted(() -> assertThat(held())
                                .as("reservations that are held")
                                .isEqualTo(ORDERS + 1));

                sql.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
                awaitStatus(unpaid, "CANCELLED");
            } finally {
                byteman.remove(shortLives);
            }
        }
        shop.awaitLevel(sku, 1);
        shop.requireSound();
        assertThat(paid).allMatch(id -> shop.order(id).getString("status").equals("CONFIRMED"));
        assertThat(shop.causes(unpaid)).containsExactly("PLACED", "STOCK_RESERVED", "RESERVATION_EXPIRED");
    }

    private static void awaitStatus(UUID id, String status) {
        await().atMost(LIMIT).until(() -> shop.order(id).getString("status").equals(status));
    }

    /** The holder of the lock is the relay. This one publishes nothing. */
    private static void stopRelay(Statement sql) throws SQLException {
        sql.execute("""
                select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
                and database = (select oid from pg_database where datname = current_database())
                and (classid::bigint << 32) + objid::bigint = %1$d;
                select pg_advisory_lock(%1$d)""".formatted(LOCK));
    }

    private static String shortLives(long seconds) {
        return """
                RULE short lives
                CLASS dev.orderflow.inventory.application.ExpireReservations
                METHOD expire
                AT ENTRY
                IF TRUE
                DO $1 = java.time.Duration.ofSeconds(%d); $2 = java.time.Duration.ofSeconds(%d)
                ENDRULE
                """.formatted(seconds, MARGIN_SECONDS);
    }

    private long oldestSeconds() {
        return reservations("extract(epoch from now() - min(created_at))::bigint");
    }

    private long youngestSeconds() {
        return reservations("extract(epoch from now() - max(created_at))::bigint");
    }

    private long held() {
        return reservations("count(*) filter (where status = 'HELD')");
    }

    private long reservations(String what) {
        return shop.number(
                ServiceName.INVENTORY,
                "select %s from reservation join reservation_line using (order_id) where sku = '%s'"
                        .formatted(what, sku));
    }
}
