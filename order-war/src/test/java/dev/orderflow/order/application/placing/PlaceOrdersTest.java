package dev.orderflow.order.application.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.order.application.placing.PlaceOrder.Command;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Request;
import dev.orderflow.order.domain.idempotency.IdempotencyKey.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlaceOrdersTest {

    private static final String POISON = "poison";
    private static final String UNLUCKY = "unlucky";

    private final CountDownLatch first = new CountDownLatch(1);
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();
    private final PlaceOrders placeOrders = new PlaceOrders();

    @AutoClose("shutdownNow")
    private final ExecutorService customers = Executors.newCachedThreadPool();

    @BeforeEach
    void wire() {
        placeOrders.limit(1);
        placeOrders.placeOrder = new PlaceOrder() {
            @Override
            public List<Outcome> place(List<Request> requests) {
                List<String> keys = requests.stream().map(Request::key).toList();
                transactions.add(keys);
                passed(first);
                if (keys.contains(POISON)) {
                    throw new IllegalStateException(POISON);
                }
                if (keys.contains(UNLUCKY)) {
                    throw new RetryableFailure("the database is away", null);
                }
                return keys.stream().map(PlaceOrdersTest::placed).toList();
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
        await().until(() -> placeOrders.waiting() == keys.length);
        first.countDown();
        return outcomes.subList(1, outcomes.size());
    }

    private Future<Outcome> place(String key) {
        return customers.submit(() -> placeOrders.place(
                new Request(new Command("c-1", List.of(), "tok_approve"), key, order -> new Answer(201, "", "", ""))));
    }

    private static Outcome placed(String key) {
        return new Placed(new Answer(201, key, "", ""), false);
    }

    private static void passed(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
