package dev.orderflow.systemtests.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.audit.AuditReport;
import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.parts.StackPart;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** Payments during failures of everything around them: two payment servers and the gateway that both use. */
class PaymentProofIT {

    private static final int ORDERS = ProofSize.of(300, 5_000);
    private static final int THREADS = 8;
    private static final long PRICE = 1250;

    /** Tokens of ten orders. For three, the payment service receives no definite response. */
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
    private static LibertyServer first;
    private static LibertyServer second;

    @BeforeAll
    static void open() {
        shop = Shop.open();
        first = shop.stack().server(ServiceName.PAYMENT);
        second = shop.stack()
                .startReplica(
                        ServiceName.PAYMENT, "payment-2", StackPorts.free().http(ServiceName.PAYMENT));
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
                restartAfter(placed, ORDERS * 2 / 10, first);
                restartAfter(placed, ORDERS * 4 / 10, shop.stack().gateway());
                restartAfter(placed, ORDERS * 6 / 10, second);
                restartAfter(placed, ORDERS * 8 / 10, first);
            });
            placeAll(sku, customers, placed);
            faults.get();
        }
        report("%d orders placed and everything back after %.0f s", ORDERS, seconds(begin));

        long healed = System.nanoTime();
        AuditReport audit = shop.requireSound();
        report("all resolved and audited %.1f s later%n%s", seconds(healed), audit);

        long sold = shop.number(
                ServiceName.ORDER,
                "select count(*) from orders join order_line on order_id = id where status = 'CONFIRMED' and sku = '"
                        + sku + "'");
        shop.awaitLevel(sku, ORDERS - (int) sold);
        report("%d confirmed", sold);
    }

    /** Every twentieth customer cancels shortly after ordering. */
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

    private static void restartAfter(AtomicInteger placed, int orders, StackPart part) {
        await().atMost(Duration.ofMinutes(10)).until(() -> placed.get() >= orders);
        part.kill();
        long down = System.nanoTime();
        part.start();
        report("%s killed at order %d and back after %.0f s", part.name(), orders, seconds(down));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void report(String what, Object... numbers) {
        System.out.printf("PaymentProofIT: " + what + "%n", numbers);
    }
}
