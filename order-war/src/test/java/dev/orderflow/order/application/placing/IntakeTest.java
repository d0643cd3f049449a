package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.stream.Progress;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IntakeTest {

    private static final long FREE = 100;
    private static final long MOST = 50_000;
    private static final int PLACES = 10;
    private static final int WAITING = 3;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final List<Refused> refused = new ArrayList<>();
    private final Intake intake = new Intake();

    @AutoClose("shutdownNow")
    private final ExecutorService customers = Executors.newCachedThreadPool();

    @BeforeEach
    void wire() {
        intake.free = FREE;
        intake.most = MOST;
        intake.patienceSeconds = 10;
        intake.outboxPercent = 50;
        intake.mostWaiting = WAITING;
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
        assertThat(refused).hasSize(1);
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
        assertThat(refusal().retryAfterSeconds()).isOne();
    }

    @Test
    void takes_nothing_while_events_wait_for_longer_than_their_share_of_the_deadline() {
        see(0, 0, DEADLINE.dividedBy(2).plusMillis(1));
        assertThat(refusal().detail()).contains("not been published", "Retry-After");
    }

    @Test
    void who_comes_while_all_places_are_taken_waits_for_one() throws Exception {
        fillAllPlaces();
        Future<Boolean> late = customers.submit(this::isTaken);
        await().until(() -> intake.waiting() == 1);
        intake.leave();
        assertThat(late.get()).isTrue();
        assertThat(refused).isEmpty();
    }

    @Test
    void who_finds_no_place_in_time_is_refused() {
        intake.waitMillis = 10;
        fillAllPlaces();
        assertThat(refusal().retryAfterSeconds()).isOne();
        assertThat(refused).hasSize(1);
    }

    @Test
    void who_would_wait_behind_too_many_is_refused_at_once() throws Exception {
        fillAllPlaces();
        List<Future<Boolean>> waiting = new ArrayList<>();
        while (waiting.size() < WAITING) {
            waiting.add(customers.submit(this::isTaken));
            await().until(() -> intake.waiting() == waiting.size());
        }
        assertThat(refusal().retryAfterSeconds()).isOne();
        for (Future<Boolean> late : waiting) {
            intake.leave();
            assertThat(late.get()).isTrue();
        }
    }

    private void fillAllPlaces() {
        assertThat(taken(PLACES)).isEqualTo(PLACES);
    }

    /** How many of so many orders are taken, and stay. */
    private int taken(int orders) {
        return (int) Stream.generate(this::isTaken)
                .limit(orders)
                .filter(taken -> taken)
                .count();
    }

    private boolean isTaken() {
        return intake.enter() == null;
    }

    private Refused refusal() {
        Refused refusal = requireNonNull(intake.enter());
        assertThat(refusal.reason()).isEqualTo(Refused.Reason.TOO_MANY_ORDERS);
        assertThat(refused).contains(refusal);
        return refusal;
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
    private Event<Refused> event() {
        return (Event<Refused>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    refused.add((Refused) arguments[0]);
                    return null;
                });
    }
}
