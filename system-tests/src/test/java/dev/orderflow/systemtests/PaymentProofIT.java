package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.ServiceName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Money while everything around it fails. Two payment servers: the first also runs the simulated gateway, so its death is a
 * restart of the gateway too; the second charges there.
 */
class PaymentProofIT {

    private static final int ORDERS = ProofSize.of(300, 5_000);
    private static final int THREADS = 8;
    private static final long PRICE = 1250;

    /** After everything is back, all orders must be resolved within this time. */
    private static final Duration HEALED = Duration.ofMinutes(2);

    /** Of ten orders; three with an outcome that the payment service does not learn by itself. */
    private static final List<String> TOKENS = List.of(
            "tok_timeout_charged",
            "tok_approve",
            "tok_error_charged",
            "tok_approve",
            "tok_timeout_uncharged",
            "tok_approve",
            "tok_decline",
            "tok_approve",
            "tok_approve",
            "tok_approve");

    private static Shop shop;
    private static LibertyServer gateway;
    private static LibertyServer second;

    @BeforeAll
    static void open() {
        shop = Shop.open();
        gateway = shop.stack().server(ServiceName.PAYMENT);
        second = shop.stack()
                .startReplica(ServiceName.PAYMENT, "payment-2", Ports.free().http(ServiceName.PAYMENT));
    }

    @AfterAll
    static void close() {
        second.stop();
    }

    @Test
    void no_order_is_charged_twice_confirmed_unpaid_or_kept_unrefunded_whatever_dies() throws Exception {
        String sku = "PROOF-" + UUID.randomUUID();
        shop.stock(sku, PRICE, ORDERS);
        var placed = new AtomicInteger();
        long begin = System.nanoTime();
        try (var customers = Executors.newFixedThreadPool(THREADS);
                var operator = Executors.newSingleThreadExecutor()) {
            Future<?> faults = operator.submit(() -> {
                restartAfter(placed, ORDERS * 3 / 10, gateway);
                restartAfter(placed, ORDERS * 6 / 10, second);
                restartAfter(placed, ORDERS * 8 / 10, gateway);
            });
            placeAll(sku, customers, placed);
            faults.get();
        }
        report("%d orders placed and everything back after %.0f s", ORDERS, seconds(begin));

        long healed = System.nanoTime();
        await().atMost(HEALED).pollInterval(Duration.ofMillis(500)).untilAsserted(shop::requireRest);
        report("all resolved %.1f s later", seconds(healed));

        requireMoneyToAgree();
        long sold = shop.number(
                ServiceName.ORDER,
                "select count(*) from orders join order_line on order_id = id where status = 'CONFIRMED' and sku = '"
                        + sku + "'");
        shop.requireLevel(sku, ORDERS - (int) sold);
        report("%d confirmed", sold);
    }

    /** Every twentieth customer changes his mind a moment later. */
    private static void placeAll(String sku, ExecutorService customers, AtomicInteger placed) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            String token = TOKENS.get(i % TOKENS.size());
            boolean cancel = i % 20 == i / 20 % 20;
            var order = CompletableFuture.supplyAsync(() -> shop.place(token, sku), customers);
            all.add(order.thenRun(placed::incrementAndGet));
            if (cancel) {
                all.add(order.thenAcceptAsync(
                        id -> assertThat(shop.cancel(id)).isIn(202, 409),
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS, customers)));
            }
        }
        all.forEach(CompletableFuture::join);
    }

    private static void restartAfter(AtomicInteger placed, int orders, LibertyServer server) {
        await().atMost(Duration.ofMinutes(10)).until(() -> placed.get() >= orders);
        server.kill();
        long down = System.nanoTime();
        server.start();
        report("%s killed at order %d and back after %.0f s", server.name(), orders, seconds(down));
    }

    /** All orders of the shop, by the order service, by the payment service and by the gateway. */
    private static void requireMoneyToAgree() throws SQLException {
        Map<String, Long> confirmed =
                amounts(ServiceName.ORDER, "select id::text, total from orders where status = 'CONFIRMED'");
        Map<String, Long> ours = amounts(ServiceName.PAYMENT, """
                select order_id::text, sum(case kind when 'CAPTURE' then amount when 'REFUND' then -amount else 0 end)
                from payment_entry group by order_id""");
        Map<String, Long> theirs = amounts(ServiceName.PAYMENT, """
                select order_id, sum(case kind when 'CAPTURE' then m.amount else -m.amount end)
                from gateway.charge c join gateway.movement m using (key) group by order_id""");
        Map<String, Long> unpaid = new HashMap<>(confirmed);
        unpaid.entrySet().removeIf(order -> order.getValue().equals(theirs.get(order.getKey())));
        Map<String, Long> unrefunded = new HashMap<>(theirs);
        unrefunded.entrySet().removeIf(order -> order.getValue() == 0 || confirmed.containsKey(order.getKey()));
        long twice = shop.number(ServiceName.PAYMENT, """
                select count(*) from (select order_id from gateway.charge join gateway.movement using (key)
                where kind = 'CAPTURE' group by order_id having count(*) > 1) doubles""");
        long refunded = shop.number(ServiceName.PAYMENT, "select count(*) from payment where status = 'REFUNDED'");
        report(
                "%d charged twice, %d confirmed but unpaid, %d paid but neither confirmed nor refunded; %d refunded",
                twice, unpaid.size(), unrefunded.size(), refunded);
        assertThat(twice).as("orders that were charged twice").isZero();
        assertThat(unpaid).as("confirmed, but not paid").isEmpty();
        assertThat(unrefunded).as("paid, but neither confirmed nor refunded").isEmpty();
        ours.values().removeIf(amount -> amount == 0);
        theirs.values().removeIf(amount -> amount == 0);
        assertThat(ours).as("our ledger, against the gateway's").isEqualTo(theirs);
    }

    private static Map<String, Long> amounts(ServiceName service, String sql) throws SQLException {
        Map<String, Long> amounts = new HashMap<>();
        try (var connection = shop.stack().backends().database(service).connect();
                var row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                amounts.put(row.getString(1), row.getLong(2));
            }
        }
        return amounts;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void report(String what, Object... numbers) {
        System.out.printf("PaymentProofIT: " + what + "%n", numbers);
    }
}
