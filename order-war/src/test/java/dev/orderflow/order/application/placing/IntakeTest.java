package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.stream.Progress;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IntakeTest {

    private static final long FREE = 100;
    private static final long MOST = 50_000;
    private static final int PLACES = 2;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final CountDownLatch placed = new CountDownLatch(1);
    private final AtomicInteger refused = new AtomicInteger();
    private final Intake intake = new Intake();

    @AutoClose("shutdownNow")
    private final ExecutorService customers = Executors.newCachedThreadPool();

    @BeforeEach
    void wire() {
        intake.free = FREE;
        intake.most = MOST;
        intake.patienceSeconds = 10;
        intake.outboxPercent = 50;
        intake.mostWaiting = 3;
        intake.waitMillis = Duration.ofMinutes(1).toMillis();
        intake.limit(PLACES);
        intake.deadlines = set(new Deadlines(), "pendingSeconds", DEADLINE.toSeconds());
        intake.refused = event();
        see(0, 0, Duration.ZERO);
    }

    @Test
    void takes_everything_that_ends_within_the_customers_patience() {
        see(499, 50, Duration.ZERO);
        assertThat(taken(3)).isOne();
    }

    @Test
    void takes_nothing_when_orders_would_have_to_wait_for_longer() {
        see(650, 50, Duration.ZERO);
        assertThat(refusal().retryAfterSeconds()).isEqualTo(3);
        assertThat(refused).hasValue(1);
    }

    @Test
    void takes_a_few_whatever_the_pace() {
        see(FREE - 2, 0.2, Duration.ZERO);
        assertThat(taken(5)).isEqualTo(2);
    }

    @Test
    void takes_everything_while_nothing_ends_up_to_the_most_that_may_be_under_way() {
        see(MOST - 1, 0, Duration.ZERO);
        assertThat(taken(3)).isOne();
        assertThat(refusal().retryAfterSeconds()).isBetween(0, 30);
    }

    @Test
    void takes_nothing_while_events_wait_for_longer_than_their_share_of_the_deadline() {
        see(0, 0, DEADLINE.dividedBy(2).plusMillis(1));
        assertThat(refusal()).hasMessageContaining("not been published");
    }

    @Test
    void who_comes_while_all_places_are_taken_waits_for_one() throws Exception {
        fillAllPlaces();
        Future<String> late = customers.submit(() -> intake.take(() -> "late"));
        await().until(() -> intake.waiting() == 1);
        placed.countDown();
        assertThat(late.get()).isEqualTo("late");
        assertThat(refused).hasValue(0);
    }

    @Test
    void who_finds_no_place_in_time_is_refused() {
        intake.waitMillis = 10;
        fillAllPlaces();
        assertThat(refusal().retryAfterSeconds()).isOne();
        assertThat(refused).hasValue(1);
    }

    @Test
    void who_would_wait_behind_too_many_is_refused_at_once() throws Exception {
        fillAllPlaces();
        Future<String> late = null;
        for (int i = 1; i <= 3; i++) {
            late = customers.submit(() -> intake.take(() -> "late"));
            int waiting = i;
            await().until(() -> intake.waiting() == waiting);
        }
        assertThat(refusal().retryAfterSeconds()).isOne();
        placed.countDown();
        assertThat(late.get()).isEqualTo("late");
    }

    @Test
    void a_place_is_free_again_however_the_placing_ends() throws ExecutionException, InterruptedException {
        for (int i = 0; i <= PLACES; i++) {
            assertThatThrownBy(() -> intake.take(() -> {
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");
        }
        assertThat(customers.submit(() -> intake.take(() -> "next")).get()).isEqualTo("next");
    }

    private void fillAllPlaces() {
        var placing = new AtomicInteger();
        for (int i = 0; i < PLACES; i++) {
            customers.submit(() -> intake.take(() -> {
                placing.incrementAndGet();
                return passed(placed);
            }));
        }
        await().until(() -> placing.get() == PLACES);
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many of so many orders are taken. */
    private int taken(int orders) {
        int taken = 0;
        for (int i = 0; i < orders; i++) {
            try {
                taken += intake.take(() -> 1);
            } catch (TooManyOrders refusal) {
                assertThat(refusal).hasMessageContaining("under way");
            }
        }
        return taken;
    }

    private TooManyOrders refusal() {
        return catchThrowableOfType(TooManyOrders.class, () -> intake.take(() -> "taken"));
    }

    /** From the first look on. */
    private void see(long underWay, double pace, Duration unpublished) {
        intake.orders = new FindOrders() {
            @Override
            public Progress progress(long most) {
                return new Progress(underWay, pace);
            }

            @Override
            public Duration unpublished() {
                return unpublished;
            }
        };
    }

    @SuppressWarnings("unchecked") // an interface with one type parameter
    private Event<OrderRefused> event() {
        return (Event<OrderRefused>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    refused.incrementAndGet();
                    return null;
                });
    }
}
