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

/** Customers change their minds while their payments are on the way. */
class CancelRaceIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PRICE = 1250;
    /** So many orders at least are won by either side. */
    private static final int EACH = ProofSize.of(50, 200);

    /** Whose payment completes after the cancellation. */
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

    /** The time that customers take to change their minds leans to the side that won less in the last round. */
    @Test
    void whoever_wins_cancellation_or_payment_the_answer_holds_and_money_and_stock_agree() throws Exception {
        String sku = "RACE-" + UUID.randomUUID();
        int stock = ROUND * MAX_ROUNDS;
        shop.stock(sku, PRICE, stock);
        List<Attempt> attempts = new ArrayList<>();
        long thinkMillis = 200;
        // Who cancels does not stand in the queue of those who place.
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

    /** The gateway has the money, and has not said so yet; whose answer is quicker than the cancellation is sold. */
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
