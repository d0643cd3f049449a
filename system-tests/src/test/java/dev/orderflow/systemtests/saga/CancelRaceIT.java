package dev.orderflow.systemtests.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ProofSize;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers cancel while their payments are in progress. */
class CancelRaceIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PRICE = 1250;
    /** Each side must win at least this many orders. */
    private static final int EACH = ProofSize.of(50, 200);

    /** At least this many payments must complete after the cancellation. */
    private static final int LATE = 40;

    private static final int ROUND = 40;
    private static final int MAX_ROUNDS = 60;
    private static final int THREADS = 8;
    private static final int TRIES = 5;

    private static final int CANCELLED = 202;
    private static final int TOO_LATE = 409;

    private record Attempt(UUID id, int answer) {}

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    /** The delay before the cancellation shifts in favour of the side that won less often in the last round. */
    @Test
    void whoever_wins_cancellation_or_payment_the_answer_holds_and_money_and_stock_agree() throws Exception {
        String sku = "RACE-" + UUID.randomUUID();
        int stock = ROUND * MAX_ROUNDS;
        shop.stock(sku, PRICE, stock);
        List<Attempt> attempts = new ArrayList<>();
        long thinkMillis = 200;
        // Cancellations do not wait in the queue of placements.
        try (var placing = Executors.newFixedThreadPool(THREADS);
                var cancelling = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < MAX_ROUNDS && !enough(attempts); round++) {
                long longest = thinkMillis;
                List<CompletableFuture<Attempt>> running = new ArrayList<>();
                for (int i = 0; i < ROUND; i++) {
                    long think = longest * 2 * i / ROUND;
                    running.add(CompletableFuture.supplyAsync(() -> shop.place("tok_approve", sku), placing)
                            .thenApplyAsync(
                                    id -> new Attempt(id, shop.cancel(id)),
                                    CompletableFuture.delayedExecutor(think, TimeUnit.MILLISECONDS, cancelling)));
                }
                List<Attempt> ended =
                        running.stream().map(CompletableFuture::join).toList();
                attempts.addAll(ended);
                boolean cancelledMore = count(ended, CANCELLED) > count(ended, TOO_LATE);
                thinkMillis = Math.clamp(cancelledMore ? thinkMillis * 3 / 2 : thinkMillis * 2 / 3, 2, 20_000);
            }
        }
        assertThat(attempts).extracting(Attempt::answer).containsOnly(CANCELLED, TOO_LATE);
        assertThat(count(attempts, CANCELLED)).as("orders that were cancelled").isGreaterThanOrEqualTo(EACH);
        assertThat(count(attempts, TOO_LATE)).as("orders that were confirmed").isGreaterThanOrEqualTo(EACH);

        shop.requireSound();
        for (Attempt attempt : attempts) {
            boolean cancelled = attempt.answer() == CANCELLED;
            assertThat(shop.order(attempt.id()).getString("status")).isEqualTo(cancelled ? "CANCELLED" : "CONFIRMED");
        }
        shop.awaitLevel(sku, stock - (int) count(attempts, TOO_LATE));
    }

    @Test
    void a_payment_that_completes_after_the_cancellation_is_refunded_and_the_timeline_shows_both() throws Exception {
        String sku = "LATE-" + UUID.randomUUID();
        shop.stock(sku, PRICE, LATE * TRIES);
        List<UUID> orders = new ArrayList<>();
        var soldAllTheSame = new AtomicInteger();
        try (var customers = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<UUID>> tasks = new ArrayList<>();
            for (int i = 0; i < LATE; i++) {
                tasks.add(() -> cancelledWhileItIsCharged(sku, soldAllTheSame));
            }
            for (var one : customers.invokeAll(tasks)) {
                orders.add(one.get());
            }
        }
        shop.requireSound();
        for (UUID id : orders) {
            assertThat(shop.order(id).getString("status")).isEqualTo("CANCELLED");
            assertThat(shop.payment(id).getString("status")).isEqualTo("REFUNDED");
            assertThat(shop.causes(id)).containsSubsequence("CANCEL_REQUESTED", "PAYMENT_REFUNDED");
        }
        shop.awaitLevel(sku, LATE * TRIES - soldAllTheSame.get());
    }

    /**
     * The gateway has captured the money but not responded. The order is sold if its response precedes the
     * cancellation.
     */
    private static UUID cancelledWhileItIsCharged(String sku, AtomicInteger soldAllTheSame) {
        for (int i = 0; i < TRIES; i++) {
            UUID id = shop.place("tok_slow", sku);
            await().atMost(LIMIT).until(() -> shop.kept(id) == PRICE);
            if (shop.cancel(id) == CANCELLED) {
                return id;
            }
            soldAllTheSame.incrementAndGet();
        }
        return fail("the gateway, which takes 2 s to answer, was quicker " + TRIES + " times");
    }

    private static boolean enough(List<Attempt> attempts) {
        return Math.min(count(attempts, CANCELLED), count(attempts, TOO_LATE)) >= EACH;
    }

    private static long count(List<Attempt> attempts, int answer) {
        return attempts.stream().filter(attempt -> attempt.answer() == answer).count();
    }
}
