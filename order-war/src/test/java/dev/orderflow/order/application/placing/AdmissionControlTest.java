package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.CapturedLog;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.OrderDeadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.stream.SagaThroughput;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionControlTest {

    private static final long SOFT_LIMIT = 100;
    private static final long HARD_LIMIT = 50_000;
    private static final int SLOTS = 10;
    private static final int WAITING = 3;
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final List<Refused> refused = new ArrayList<>();
    private final AdmissionControl admission = new AdmissionControl();

    @AutoClose("shutdownNow")
    private final ExecutorService customers = Executors.newCachedThreadPool();

    @BeforeEach
    void wire() {
        admission.softLimit = SOFT_LIMIT;
        admission.hardLimit = HARD_LIMIT;
        admission.targetLatencySeconds = 10;
        admission.outboxPercent = 50;
        admission.maxQueued = WAITING;
        admission.waitMillis = Duration.ofMinutes(1).toMillis();
        admission.limitConcurrency(SLOTS);
        admission.deadlines = set(new OrderDeadlines(), "pendingSeconds", DEADLINE.toSeconds());
        admission.refused = event();
        measures(0, 0, Duration.ZERO);
    }

    @Test
    void accepts_orders_that_finish_within_the_target_latency() {
        measures(499, 50, Duration.ZERO);
        assertThat(admitted(3)).isOne();
    }

    @Test
    void refuses_orders_that_would_exceed_the_target_latency() {
        measures(650, 50, Duration.ZERO);
        assertThat(refusal().retryAfterSeconds()).isEqualTo(3);
        assertThat(refused).hasSize(1);
    }

    @Test
    void accepts_orders_up_to_the_soft_limit_at_any_rate() {
        measures(SOFT_LIMIT - 2, 0.2, Duration.ZERO);
        assertThat(admitted(5)).isEqualTo(2);
    }

    @Test
    void accepts_orders_up_to_the_hard_limit_while_none_finishes() {
        measures(HARD_LIMIT - 1, 0, Duration.ZERO);
        assertThat(admitted(3)).isOne();
        assertThat(refusal().retryAfterSeconds()).isOne();
    }

    @Test
    void refuses_orders_while_the_outbox_is_too_old() {
        measures(0, 0, DEADLINE.dividedBy(2).plusMillis(1));
        assertThat(refusal().detail()).contains("not been published", "Retry-After");
    }

    @Test
    void a_request_waits_for_a_slot_while_all_are_taken() throws Exception {
        fillAllSlots();
        Future<Boolean> late = customers.submit(this::isAdmitted);
        await().until(() -> admission.queued() == 1);
        admission.leave();
        assertThat(late.get()).isTrue();
        assertThat(refused).isEmpty();
    }

    @Test
    void a_request_is_refused_when_no_slot_is_free_in_time() {
        admission.waitMillis = 10;
        fillAllSlots();
        assertThat(refusal().retryAfterSeconds()).isOne();
        assertThat(refused).hasSize(1);
    }

    @Test
    void a_request_is_refused_at_once_when_the_queue_is_full() throws Exception {
        fillAllSlots();
        List<Future<Boolean>> waiting = new ArrayList<>();
        while (waiting.size() < WAITING) {
            waiting.add(customers.submit(this::isAdmitted));
            await().until(() -> admission.queued() == waiting.size());
        }
        assertThat(refusal().retryAfterSeconds()).isOne();
        for (Future<Boolean> late : waiting) {
            admission.leave();
            assertThat(late.get()).isTrue();
        }
    }

    @Test
    void an_order_is_admitted_and_the_failure_is_logged_when_the_load_cannot_be_measured() {
        admission.orders = new FindOrders() {
            @Override
            public Duration unpublished() {
                throw new IllegalStateException("no such column");
            }
        };
        try (var log = new CapturedLog(Logger.getLogger(AdmissionControl.class.getName()))) {
            assertThat(isAdmitted()).isTrue();

            assertThat(log.records()).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARNING);
                assertThat(line.getMessage())
                        .startsWith("Admission control does not know the load: IllegalStateException");
            });
        }
    }

    private void fillAllSlots() {
        assertThat(admitted(SLOTS)).isEqualTo(SLOTS);
    }

    /** Sends that many orders and returns how many were admitted. They keep their slots. */
    private int admitted(int orders) {
        return (int) Stream.generate(this::isAdmitted)
                .limit(orders)
                .filter(admitted -> admitted)
                .count();
    }

    private boolean isAdmitted() {
        return admission.enter() == null;
    }

    private Refused refusal() {
        Refused refusal = requireNonNull(admission.enter());
        assertThat(refusal.reason()).isEqualTo(Refused.Reason.TOO_MANY_ORDERS);
        assertThat(refused).contains(refusal);
        return refusal;
    }

    /** Sets the result of every measurement. */
    private void measures(long inFlight, double rate, Duration unpublished) {
        admission.orders = new FindOrders() {
            @Override
            public SagaThroughput throughput(long limit) {
                return new SagaThroughput(inFlight, rate);
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
