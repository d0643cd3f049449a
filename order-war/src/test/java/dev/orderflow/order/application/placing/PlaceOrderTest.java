package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.set;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.harness.TestOutbox;
import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Command;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.InFlight;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.KeyUsedBefore;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.application.placing.PlaceOrder.Request;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderException;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.idempotency.IdempotencyKey;
import dev.orderflow.order.domain.idempotency.IdempotencyKey.Answer;
import dev.orderflow.order.domain.idempotency.IdempotencyKeys;
import dev.orderflow.order.domain.product.Offers;
import dev.orderflow.order.domain.product.Product;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PENDING = Duration.ofMinutes(10);
    private static final Duration RESERVED = Duration.ofMinutes(15);
    private static final Answer ANSWER = new Answer(201, "/api/orders/1", "0", "{}");

    private final List<Order> stored = new ArrayList<>();
    private final List<DomainEvent> appended = new ArrayList<>();
    private final StoredKeys keys = new StoredKeys();
    private final PlaceOrder placeOrder = new PlaceOrder();

    @BeforeEach
    void wire() {
        placeOrder.currency = "EUR";
        placeOrder.deadlines = set(
                set(new Deadlines(), "pendingSeconds", PENDING.toSeconds()), "reservedSeconds", RESERVED.toSeconds());
        placeOrder.orders = orders();
        placeOrder.keys = keys;
        placeOrder.offers = new Catalogue(
                List.of(new Product("BOOK", "A book", 2990), new Product("YACHT", "A yacht", Long.MAX_VALUE / 2)));
        placeOrder.outbox = TestOutbox.to(appended::add);
    }

    @Test
    void prices_come_from_the_catalogue_and_lines_of_one_sku_are_merged() {
        Order order = place(new Command.Line("BOOK", 2), new Command.Line("BOOK", 1));

        assertThat(order.lines()).containsExactly(new OrderLine("BOOK", "A book", 3, 2990));
        assertThat(order.total()).isEqualTo(8970);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.createdAt()).isEqualTo(NOW);
        assertThat(stored).containsExactly(order);
    }

    @Test
    void the_event_tells_what_to_reserve_and_what_to_charge() {
        Order order = place(new Command.Line("BOOK", 2));

        assertThat(appended)
                .containsExactly(new OrderCreated(
                        order.id(),
                        "c-42",
                        List.of(new OrderCreated.Line("BOOK", 2)),
                        new PaymentRequest(5980, "EUR", "tok_approve", NOW.plus(RESERVED)),
                        NOW.plus(PENDING)));
    }

    @Test
    void a_sku_that_is_not_in_the_catalogue_is_refused_by_name() {
        OrderException refusal = refused(new Command.Line("BOOK", 1), new Command.Line("GHOST", 1));
        assertThat(refusal.kind()).isEqualTo(OrderException.Kind.UNKNOWN_SKU);
        assertThat(refusal).hasMessageContaining("GHOST").hasMessageNotContaining("BOOK");
        assertThat(stored).isEmpty();
        assertThat(appended).isEmpty();
    }

    @Test
    void lines_that_are_legal_alone_but_too_many_together_are_refused() {
        assertThat(refused(new Command.Line("BOOK", 10_000), new Command.Line("BOOK", 1))
                        .kind())
                .isEqualTo(OrderException.Kind.QUANTITY_TOO_LARGE);
    }

    @Test
    void a_total_that_overflows_is_refused() {
        assertThat(refused(new Command.Line("YACHT", 3)).kind()).isEqualTo(OrderException.Kind.TOTAL_TOO_LARGE);
        assertThat(stored).isEmpty();
    }

    @Test
    void a_replay_is_answered_as_the_first_time_and_stores_nothing() {
        assertThat(send("k-1", new Command.Line("BOOK", 2), new Command.Line("YACHT", 1)))
                .isEqualTo(new Placed(ANSWER, false));
        assertThat(send("k-1", new Command.Line("YACHT", 1), new Command.Line("BOOK", 1), new Command.Line("BOOK", 1)))
                .isEqualTo(new Placed(ANSWER, true));
        assertThat(stored).hasSize(1);
        assertThat(appended).hasSize(1);
    }

    @Test
    void a_key_that_was_used_for_another_order_is_refused() {
        send("k-1", new Command.Line("BOOK", 2));
        assertThat(send("k-1", new Command.Line("BOOK", 3))).isEqualTo(new KeyUsedBefore());
        assertThat(stored).hasSize(1);
    }

    @Test
    void a_key_that_another_request_is_using_is_told_to_be_in_flight() {
        keys.reservable = false;
        assertThat(send("k-1", new Command.Line("BOOK", 2))).isEqualTo(new InFlight());
        assertThat(stored).isEmpty();
    }

    @Test
    void orders_that_are_placed_together_are_refused_alone() {
        assertThat(placeOrder.place(List.of(
                        request("k-1", new Command.Line("BOOK", 1)),
                        request("k-2", new Command.Line("GHOST", 1)),
                        request("k-3", new Command.Line("BOOK", 2)))))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new Placed(ANSWER, false)),
                        second -> assertThat(second).isInstanceOf(Refused.class),
                        third -> assertThat(third).isEqualTo(new Placed(ANSWER, false)));
        assertThat(stored).hasSize(2);
    }

    @Test
    void of_two_that_are_placed_together_under_one_key_the_second_is_a_replay() {
        assertThat(placeOrder.place(List.of(
                        request("k-1", new Command.Line("BOOK", 1)), request("k-1", new Command.Line("BOOK", 1)))))
                .containsExactly(new Placed(ANSWER, false), new Placed(ANSWER, true));
        assertThat(stored).hasSize(1);
    }

    private OrderException refused(Command.Line... lines) {
        return assertInstanceOf(Refused.class, send("k-1", lines)).refusal();
    }

    private Order place(Command.Line... lines) {
        assertThat(send("k-1", lines)).isEqualTo(new Placed(ANSWER, false));
        return stored.getLast();
    }

    private Outcome send(String key, Command.Line... lines) {
        return placeOrder.place(List.of(request(key, lines))).getFirst();
    }

    private static Request request(String key, Command.Line... lines) {
        return new Request(new Command("c-42", List.of(lines), "tok_approve"), key, order -> ANSWER);
    }

    private static final class StoredKeys implements IdempotencyKeys {

        private final Map<IdempotencyKey.Id, IdempotencyKey> stored = new HashMap<>();
        private boolean reservable = true;

        @Override
        public Set<IdempotencyKey.Id> reserve(Set<IdempotencyKey.Id> ids) {
            return reservable ? ids : Set.of();
        }

        @Override
        public Map<IdempotencyKey.Id, IdempotencyKey> find(Set<IdempotencyKey.Id> ids) {
            Map<IdempotencyKey.Id, IdempotencyKey> found = new HashMap<>(stored);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public void add(IdempotencyKey key) {
            stored.put(key.id(), key);
        }
    }

    /** Knows only what placing an order needs. */
    private Orders orders() {
        return (Orders) Proxy.newProxyInstance(
                Orders.class.getClassLoader(), new Class<?>[] {Orders.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isIn("add", "write");
                    if (arguments != null && arguments[0] instanceof Order order) {
                        stored.add(order);
                    }
                    return null;
                });
    }

    private record Catalogue(List<Product> products) implements Offers {

        @Override
        public Offer offer(Collection<String> skus) {
            return new Offer(
                    products.stream()
                            .filter(product -> skus.contains(product.sku()))
                            .collect(toMap(Product::sku, product -> product)),
                    NOW);
        }
    }
}
