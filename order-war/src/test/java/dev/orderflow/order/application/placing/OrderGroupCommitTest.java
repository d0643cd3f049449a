package dev.orderflow.order.application.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.order.application.placing.PlaceOrder.Command;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderGroupCommitTest {

    private static final String POISON = "poison";
    private static final String UNLUCKY = "unlucky";

    private static final Refused FULL = new Refused(Reason.TOO_MANY_ORDERS, "full", 1);

    private boolean full;
    private final AtomicInteger left = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();
    private final OrderGroupCommit groupCommit = new OrderGroupCommit();

    @AutoClose("shutdownNow")
    private final ExecutorService customers = Executors.newCachedThreadPool();

    @BeforeEach
    void wire() {
        groupCommit.limitTransactions(1);
        groupCommit.admission = new AdmissionControl() {
            @Override
            @Nullable
            Refused enter() {
                return full ? FULL : null;
            }

            @Override
            void leave() {
                left.incrementAndGet();
            }
        };
        groupCommit.placeOrder = new PlaceOrder() {
            @Override
            public List<Outcome> place(List<Command> commands) {
                List<String> keys = commands.stream().map(Command::key).toList();
                transactions.add(keys);
                passed(first);
                if (keys.contains(POISON)) {
                    throw new IllegalStateException(POISON);
                }
                if (keys.contains(UNLUCKY)) {
                    throw new RetryableFailure("the database is away", null);
                }
                return keys.stream().map(OrderGroupCommitTest::placed).toList();
            }
        };
    }

    @Test
    void who_comes_alone_is_served_at_once() throws Exception {
        first.countDown();
        assertThat(place("a").get()).isEqualTo(placed("a"));
    }

    @Test
    void who_comes_while_a_transaction_runs_shares_the_next() throws Exception {
        List<Future<Outcome>> outcomes = placeBehindTheFirst("a", "b", "c");
        assertThat(outcomes.get(0).get()).isEqualTo(placed("a"));
        assertThat(outcomes.get(1).get()).isEqualTo(placed("b"));
        assertThat(outcomes.get(2).get()).isEqualTo(placed("c"));
        assertThat(transactions).hasSize(2);
        assertThat(transactions.getLast()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void who_fails_fails_alone() throws Exception {
        List<Future<Outcome>> outcomes = placeBehindTheFirst("a", POISON, "c");
        assertThat(outcomes.get(0).get()).isEqualTo(placed("a"));
        assertThatThrownBy(() -> outcomes.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage(POISON);
        assertThat(outcomes.get(2).get()).isEqualTo(placed("c"));
    }

    @Test
    void what_nobody_is_the_cause_of_is_not_tried_for_each() {
        List<Future<Outcome>> outcomes = placeBehindTheFirst("a", UNLUCKY);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThatThrownBy(outcome::get).hasRootCauseInstanceOf(RetryableFailure.class));
        assertThat(transactions).hasSize(2);
    }

    private List<Future<Outcome>> placeBehindTheFirst(String... keys) {
        List<Future<Outcome>> outcomes = new ArrayList<>();
        outcomes.add(place("first"));
        await().until(() -> transactions.size() == 1);
        for (String key : keys) {
            outcomes.add(place(key));
        }
        await().until(() -> groupCommit.queued() == keys.length);
        first.countDown();
        return outcomes.subList(1, outcomes.size());
    }

    @Test
    void who_is_not_let_in_is_told_why_and_holds_no_place() throws Exception {
        full = true;
        assertThat(place("a").get()).isEqualTo(FULL);
        assertThat(transactions).isEmpty();
        assertThat(left).hasValue(0);
    }

    @Test
    void who_was_let_in_leaves_whatever_became_of_the_order() {
        first.countDown();
        assertThatThrownBy(() -> place(POISON).get()).hasRootCauseMessage(POISON);
        assertThat(left).hasValue(1);
    }

    private Future<Outcome> place(String key) {
        return customers.submit(() -> groupCommit.place(command(key)));
    }

    private static Command command(String key) {
        return new Command("c-1", key, List.of(), "tok_approve", null);
    }

    /** The result of the use case in this test. Each key has its own. */
    private static Outcome placed(String key) {
        return new Refused(Reason.UNKNOWN_SKU, key);
    }

    private static void passed(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
