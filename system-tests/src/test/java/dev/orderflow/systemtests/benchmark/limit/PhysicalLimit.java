package dev.orderflow.systemtests.benchmark.limit;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures PostgreSQL alone with the statements of sagas: the same tables in a schema of their own, one transaction per
 * status transition, over JDBC. The limit is optimistic, because it has no triggers, no foreign keys and no relay.
 */
public final class PhysicalLimit implements AutoCloseable {

    private static final String SCHEMA = "physical_limit";
    private static final int SKUS = 1000;

    private static final List<String> ORDER_TABLES =
            List.of("orders", "order_line", "order_history", "idempotency_key", "product", "outbox", "inbox");
    private static final List<String> INVENTORY_TABLES =
            List.of("stock", "reservation", "reservation_line", "stock_movement", "outbox", "inbox");
    private static final List<String> PAYMENT_TABLES = List.of("payment", "payment_entry", "outbox", "inbox");

    private final Backends backends;

    public PhysicalLimit(Backends backends) {
        this.backends = backends;
        make(ServiceName.ORDER, ORDER_TABLES);
        make(ServiceName.INVENTORY, INVENTORY_TABLES);
        make(ServiceName.PAYMENT, PAYMENT_TABLES);
        backends.database(ServiceName.ORDER)
                .execute("insert into " + SCHEMA
                        + ".product select 'S-' || n, 'Product', 1000, 0 from generate_series(0, " + (SKUS - 1)
                        + ") n");
        backends.database(ServiceName.INVENTORY)
                .execute("insert into " + SCHEMA
                        + ".stock (sku, on_hand) select 'S-' || n, 1000000000 from generate_series(0, " + (SKUS - 1)
                        + ") n");
    }

    private void make(ServiceName service, List<String> tables) {
        var database = backends.database(service);
        backends.adminDatabase(service)
                .execute("drop schema if exists " + SCHEMA + " cascade; create schema " + SCHEMA + " authorization "
                        + database.user());
        tables.forEach(table ->
                database.execute("create table %s.%s (like public.%s including all)".formatted(SCHEMA, table, table)));
    }

    @Override
    public void close() {
        for (ServiceName service : ServiceName.values()) {
            backends.adminDatabase(service).execute("drop schema " + SCHEMA + " cascade");
        }
    }

    /** Returns orders per second; each thread runs one saga at a time. */
    public double sagasPerSecond(int threads, Duration time) {
        return perSecond(threads, time, (sql, id) -> {
            sql.create(id);
            sql.reserve(id);
            sql.transition(id, "RESERVED", false);
            sql.intend(id);
            sql.complete(id);
            sql.transition(id, "CONFIRMED", true);
            sql.commit(id);
        });
    }

    /** Returns orders per second if orders are only placed. */
    public double createsPerSecond(int threads, Duration time) {
        return perSecond(threads, time, LimitSession::create);
    }

    @FunctionalInterface
    private interface Work {
        void on(LimitSession sql, UUID id) throws SQLException;
    }

    private double perSecond(int threads, Duration time, Work work) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> {
                    try (var session = new LimitSession(backends, SCHEMA, SKUS)) {
                        long count = 0;
                        for (; System.nanoTime() < end; count++) {
                            work.on(session, UUID.randomUUID());
                        }
                        return count;
                    }
                }));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The limit could not be measured", e);
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }
}
