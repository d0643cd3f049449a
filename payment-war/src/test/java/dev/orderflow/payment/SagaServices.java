package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Simulates the other services: consumes the events of the payment service and publishes theirs. */
final class SagaServices implements AutoCloseable {

    static final long AMOUNT = 5980;
    static final Duration LIMIT = Duration.ofMinutes(3);

    private final KafkaTestClient wire =
            new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.PAYMENTS);

    /** Publishes the reservation of a new order. */
    UUID reserve(String token) {
        UUID orderId = UUID.randomUUID();
        reserve(orderId, UUID.randomUUID(), token);
        return orderId;
    }

    void reserve(UUID orderId, UUID eventId, String token) {
        send(EventType.INVENTORY_RESERVED, orderId, eventId, reserved(orderId, token));
    }

    private static String reserved(UUID orderId, String token) {
        return """
                {"orderId": "%s", "payment": {"amount": %d, "currency": "EUR", "token": "%s"}}""".formatted(orderId, AMOUNT, token);
    }

    /** Publishes the reservations of many new orders at once. */
    List<UUID> reserveMany(int count, String token) {
        List<UUID> orders = Stream.generate(UUID::randomUUID).limit(count).toList();
        orders.forEach(orderId ->
                wire.send(EventType.INVENTORY_RESERVED, UUID.randomUUID(), orderId, reserved(orderId, token)));
        wire.flush();
        return orders;
    }

    /** Publishes the reservation of a new order that expires at that time. */
    UUID reserve(String token, Instant expiresAt) {
        UUID orderId = UUID.randomUUID();
        String payload = """
                {"orderId": "%s", "payment": {"amount": %d, "currency": "EUR", "token": "%s", "expiresAt": "%s"}}""".formatted(orderId, AMOUNT, token, expiresAt);
        send(EventType.INVENTORY_RESERVED, orderId, UUID.randomUUID(), payload);
        return orderId;
    }

    void cancel(UUID orderId) {
        send(EventType.ORDER_CANCELLED, orderId, UUID.randomUUID(), """
                {"orderId": "%s", "reason": "CANCELLED_BY_CUSTOMER"}""".formatted(orderId));
    }

    void reject(UUID orderId) {
        send(EventType.ORDER_REJECTED, orderId, UUID.randomUUID(), """
                {"orderId": "%s", "reason": "OUT_OF_STOCK"}""".formatted(orderId));
    }

    private void send(EventType type, UUID orderId, UUID eventId, String payload) {
        wire.send(type, eventId, orderId, payload);
        wire.flush();
    }

    /** Waits until the payment service has published exactly these types of events about an order, in this order. */
    void awaitEvents(UUID orderId, String... types) {
        await("events about " + orderId)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(consumedOf(orderId)).containsExactly(types));
    }

    /** Returns the types of the payment service's events about an order so far, in order. */
    List<String> consumedOf(UUID orderId) {
        return wire.consumedOf(orderId).stream()
                .map(KafkaTestClient.ConsumedRecord::type)
                .toList();
    }

    /** Returns the same for several orders, without those that have no events. */
    Map<UUID, List<String>> consumedOf(Collection<UUID> orderIds) {
        return wire.consumed().stream()
                .filter(heard -> orderIds.contains(UUID.fromString(heard.key())))
                .collect(Collectors.groupingBy(
                        heard -> UUID.fromString(heard.key()),
                        Collectors.mapping(KafkaTestClient.ConsumedRecord::type, Collectors.toList())));
    }

    @Override
    public void close() {
        wire.close();
    }
}
