package dev.orderflow.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.events.Event;
import dev.orderflow.events.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.messaging.Outbox;
import dev.orderflow.order.application.PlaceOrder.Command;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderException;
import dev.orderflow.order.domain.OrderHistory;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.Product;
import dev.orderflow.order.domain.Products;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Order> stored = new ArrayList<>();
    private final List<Event> appended = new ArrayList<>();
    private final PlaceOrder placeOrder = new PlaceOrder();

    @BeforeEach
    void wire() {
        placeOrder.currency = "EUR";
        placeOrder.orders = new StoredOrders();
        placeOrder.products = new Catalogue(
                List.of(new Product("BOOK", "A book", 2990), new Product("YACHT", "A yacht", Long.MAX_VALUE / 2)));
        placeOrder.outbox = new Outbox() {
            @Override
            public void append(Event event) {
                appended.add(event);
            }
        };
    }

    @Test
    void prices_come_from_the_catalogue_and_lines_of_one_sku_are_merged() {
        Order order = placeOrder.place(order(new Command.Line("BOOK", 2), new Command.Line("BOOK", 1)));

        assertThat(order.lines()).containsExactly(new OrderLine("BOOK", "A book", 3, 2990));
        assertThat(order.total()).isEqualTo(8970);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.createdAt()).isEqualTo(NOW);
        assertThat(stored).containsExactly(order);
    }

    @Test
    void the_event_tells_what_to_reserve_and_what_to_charge() {
        Order order = placeOrder.place(order(new Command.Line("BOOK", 2)));

        assertThat(appended)
                .containsExactly(new OrderCreated(
                        order.id(),
                        "c-42",
                        List.of(new OrderCreated.Line("BOOK", 2)),
                        new PaymentRequest(5980, "EUR", "tok_approve")));
    }

    @Test
    void a_sku_that_is_not_in_the_catalogue_is_refused_by_name() {
        assertThatThrownBy(() -> placeOrder.place(order(new Command.Line("BOOK", 1), new Command.Line("GHOST", 1))))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("GHOST")
                .hasMessageNotContaining("BOOK");
        assertThat(stored).isEmpty();
        assertThat(appended).isEmpty();
    }

    @Test
    void lines_that_are_legal_alone_but_too_many_together_are_refused() {
        assertThatThrownBy(() -> placeOrder.place(order(new Command.Line("BOOK", 10_000), new Command.Line("BOOK", 1))))
                .isInstanceOfSatisfying(
                        OrderException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(OrderException.Kind.QUANTITY_TOO_LARGE));
    }

    @Test
    void a_total_that_overflows_is_refused() {
        assertThatThrownBy(() -> placeOrder.place(order(new Command.Line("YACHT", 3))))
                .isInstanceOfSatisfying(
                        OrderException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(OrderException.Kind.TOTAL_TOO_LARGE));
        assertThat(stored).isEmpty();
    }

    private static Command order(Command.Line... lines) {
        return new Command("c-42", List.of(lines), "tok_approve");
    }

    private final class StoredOrders implements Orders {

        @Override
        public void add(Order order) {
            stored.add(order);
        }

        @Override
        public void add(OrderHistory step) {
            assertThat(stored).isNotEmpty();
        }

        @Override
        public Optional<Order> find(UUID id) {
            return stored.stream().filter(order -> order.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Order> lock(UUID id) {
            return find(id);
        }

        @Override
        public void lockAll(Collection<UUID> ids) {
            assertThat(ids).isNotEmpty();
        }
    }

    private record Catalogue(List<Product> products) implements Products {

        @Override
        public Offer offer(Collection<String> skus) {
            return new Offer(
                    products.stream()
                            .filter(product -> skus.contains(product.sku()))
                            .toList(),
                    NOW);
        }

        @Override
        public Optional<Product> find(String sku) {
            return offer(List.of(sku)).products().stream().findFirst();
        }

        @Override
        public List<Product> list(String afterSku, int limit) {
            return products;
        }

        @Override
        public void add(Product product) {
            throw new AssertionError("Placing an order adds no product");
        }
    }
}
