package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.harness.TestOutbox;
import dev.orderflow.order.application.OrderDeadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Command;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused.Reason;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.placing.Placements;
import dev.orderflow.order.domain.placing.Placements.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PENDING = Duration.ofMinutes(10);
    private static final Duration RESERVED = Duration.ofMinutes(15);
    private final List<DomainEvent> appended = new ArrayList<>();
    private final Database database = new Database();
    private final PlaceOrder placeOrder = new PlaceOrder();

    @BeforeEach
    void wire() {
        placeOrder.currency = "EUR";
        placeOrder.deadlines = set(
                set(new OrderDeadlines(), "pendingSeconds", PENDING.toSeconds()),
                "reservedSeconds",
                RESERVED.toSeconds());
        placeOrder.placements = database;
        placeOrder.outbox = TestOutbox.to(appended::add);
    }

    @Test
    void prices_come_from_the_catalogue_and_lines_of_one_sku_are_merged() {
        Order order = place(new Command.Line("BOOK", 2), new Command.Line("BOOK", 1));

        assertThat(order.lines()).containsExactly(new OrderLine("BOOK", "A book", 3, 2990));
        assertThat(order.total()).isEqualTo(8970);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.createdAt()).isEqualTo(NOW);
        assertThat(stored()).containsExactly(order);
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
        Refused refusal = refused(new Command.Line("BOOK", 1), new Command.Line("GHOST", 1));
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SKU);
        assertThat(refusal.detail()).contains("GHOST").doesNotContain("BOOK");
        assertThat(stored()).isEmpty();
        assertThat(appended).isEmpty();
    }

    @Test
    void lines_that_are_legal_alone_but_too_many_together_are_refused() {
        assertThat(refused(new Command.Line("BOOK", 10_000), new Command.Line("BOOK", 1))
                        .reason())
                .isEqualTo(Reason.QUANTITY_TOO_LARGE);
    }

    @Test
    void a_total_that_overflows_is_refused() {
        assertThat(refused(new Command.Line("YACHT", 3)).reason()).isEqualTo(Reason.TOTAL_TOO_LARGE);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_replay_is_answered_with_the_same_order_and_stores_nothing() {
        Order order = place(new Command.Line("BOOK", 2), new Command.Line("YACHT", 1));
        assertThat(send("k-1", new Command.Line("YACHT", 1), new Command.Line("BOOK", 1), new Command.Line("BOOK", 1)))
                .isEqualTo(new Placed(order, true));
        assertThat(stored()).hasSize(1);
        assertThat(appended).hasSize(1);
    }

    @Test
    void an_order_as_it_was_placed_stays_so_whatever_becomes_of_it() {
        Order order = place(new Command.Line("BOOK", 2));
        order.advance(OrderSignal.CANCEL_REQUESTED);
        assertThat(order.asPlaced())
                .usingRecursiveComparison()
                .isEqualTo(Order.place(order.id(), "c-42", order.lines(), "EUR", "tok_approve", NOW));
    }

    @Test
    void a_key_that_was_used_for_another_order_is_refused() {
        send("k-1", new Command.Line("BOOK", 2));
        assertThat(refused(new Command.Line("BOOK", 3)).reason()).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_key_that_another_request_is_using_is_told_to_be_in_flight() {
        database.reservable = false;
        Refused refusal = refused(new Command.Line("BOOK", 2));
        assertThat(refusal.reason()).isEqualTo(Reason.REQUEST_IN_FLIGHT);
        assertThat(refusal.retryAfterSeconds()).isOne();
        assertThat(stored()).isEmpty();
    }

    @Test
    void orders_that_are_placed_together_are_refused_alone() {
        List<Outcome> outcomes = placeOrder.place(List.of(
                command("k-1", new Command.Line("BOOK", 1)),
                command("k-2", new Command.Line("GHOST", 1)),
                command("k-3", new Command.Line("BOOK", 2))));
        assertThat(outcomes)
                .containsExactly(
                        new Placed(stored().getFirst(), false), outcomes.get(1), new Placed(stored().getLast(), false));
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void of_two_that_are_placed_together_under_one_key_the_second_is_a_replay() {
        List<Outcome> outcomes = placeOrder.place(
                List.of(command("k-1", new Command.Line("BOOK", 1)), command("k-1", new Command.Line("BOOK", 1))));
        Order order = stored().getFirst();
        assertThat(outcomes).containsExactly(new Placed(order, false), new Placed(order, true));
        assertThat(stored()).hasSize(1);
    }

    private List<Order> stored() {
        return database.stored.values().stream().map(Placement::order).toList();
    }

    private Refused refused(Command.Line... lines) {
        return assertInstanceOf(Refused.class, send("k-1", lines));
    }

    private Order place(Command.Line... lines) {
        Placed placed = assertInstanceOf(Placed.class, send("k-1", lines));
        assertThat(placed.replayed()).isFalse();
        return placed.order();
    }

    private Outcome send(String key, Command.Line... lines) {
        return placeOrder.place(List.of(command(key, lines))).getFirst();
    }

    private static Command command(String key, Command.Line... lines) {
        return new Command("c-42", key, List.of(lines), "tok_approve");
    }

    private static final class Database implements Placements {

        private static final Map<String, Price> CATALOGUE = Map.of(
                "BOOK", new Price("A book", 2990),
                "YACHT", new Price("A yacht", Long.MAX_VALUE / 2));

        private final Map<Key, Placement> stored = new LinkedHashMap<>();
        private boolean reservable = true;

        @Override
        public Set<Key> reserve(Set<Key> keys) {
            return reservable ? keys : Set.of();
        }

        @Override
        public Map<Key, Placement> find(Set<Key> keys) {
            Map<Key, Placement> found = new HashMap<>(stored);
            found.keySet().retainAll(keys);
            return found;
        }

        @Override
        public Offer offer(Set<String> skus) {
            Map<String, Price> known = new HashMap<>(CATALOGUE);
            known.keySet().retainAll(skus);
            return new Offer(known, NOW);
        }

        @Override
        public void add(Placement placement, UUID told, @Nullable String traceParent) {
            stored.put(placement.key(), placement);
        }

        @Override
        public void write() {
            // Everything is written at once.
        }
    }
}
