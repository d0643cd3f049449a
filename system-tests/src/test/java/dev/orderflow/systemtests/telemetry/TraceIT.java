package dev.orderflow.systemtests.telemetry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.otlp.ReceivedSpan;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.CallerTrace;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One trace connects everything that is done for an order. */
class TraceIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    /** Only services that have registered an event type handle it. */
    @Test
    void a_saga_is_one_trace_from_the_request_through_all_services_to_the_gateway() {
        String sku = "TRACED-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        CallerTrace trace = CallerTrace.begin();

        shop.placeIn(trace, "tok_approve", sku);

        String created = " orderflow.orders.v1 order.created";
        String reserved = " orderflow.inventory.v1 inventory.reserved";
        String completed = " orderflow.payments.v1 payment.completed";
        String confirmed = " orderflow.orders.v1 order.confirmed";
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(edges(trace))
                        .containsExactlyInAnyOrder(
                                "caller > order SERVER POST /api/orders",
                                "order SERVER POST /api/orders > order PRODUCER send" + created,
                                "order PRODUCER send" + created + " > inventory CONSUMER process" + created,
                                "inventory CONSUMER process" + created + " > inventory PRODUCER send" + reserved,
                                "inventory PRODUCER send" + reserved + " > order CONSUMER process" + reserved,
                                "inventory PRODUCER send" + reserved + " > payment CONSUMER process" + reserved,
                                "payment CONSUMER process" + reserved + " > payment INTERNAL ask gateway",
                                "payment INTERNAL ask gateway > payment CLIENT POST",
                                "payment INTERNAL ask gateway > payment PRODUCER send" + completed,
                                "payment PRODUCER send" + completed + " > order CONSUMER process" + completed,
                                "order CONSUMER process" + completed + " > order PRODUCER send" + confirmed,
                                "order PRODUCER send" + confirmed + " > inventory CONSUMER process" + confirmed));
    }

    @Test
    void spans_say_what_the_conventions_for_messaging_ask_for() {
        String sku = "CONVENTION-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        CallerTrace trace = CallerTrace.begin();

        UUID order = shop.placeIn(trace, "tok_approve", sku);

        ReceivedSpan processed = spans(trace, "inventory", "CONSUMER", "process orderflow.orders.v1")
                .getFirst();
        ReceivedSpan sent =
                spans(trace, "order", "PRODUCER", "send orderflow.orders.v1").getFirst();
        assertThat(sent.attributes())
                .containsEntry("messaging.system", "kafka")
                .containsEntry("messaging.operation.type", "send")
                .containsEntry("messaging.destination.name", "orderflow.orders.v1")
                .containsEntry("messaging.kafka.message.key", order.toString())
                .containsEntry("messaging.message.conversation_id", order.toString());
        assertThat(processed.attributes())
                .containsEntry("messaging.operation.type", "process")
                .containsEntry("messaging.message.id", sent.attributes().getOrDefault("messaging.message.id", "no id"))
                .containsKeys("messaging.destination.partition.id", "messaging.kafka.offset");
    }

    @Test
    void events_of_one_transaction_stay_in_their_own_traces_and_are_linked_to_it() {
        String sku = "BATCH-" + UUID.randomUUID();
        shop.stock(sku, 1250, 100);
        List<CallerTrace> traces = new ArrayList<>();
        var inventory = shop.stack().server(ServiceName.INVENTORY);
        inventory.pause();
        try {
            for (int i = 0; i < 20; i++) {
                CallerTrace trace = CallerTrace.begin();
                traces.add(trace);
                shop.placeIn(trace, "tok_approve", sku);
            }
        } finally {
            inventory.resume();
        }

        List<ReceivedSpan> processed = traces.stream()
                .map(trace -> spans(trace, "inventory", "CONSUMER", "process orderflow.orders.v1")
                        .getFirst())
                .toList();
        Map<String, List<ReceivedSpan>> byBatch = processed.stream()
                .filter(span -> !span.links().isEmpty())
                .collect(groupingBy(span -> span.links().getFirst()));
        assertThat(byBatch)
                .as("twenty records that wait are not handled one by one")
                .isNotEmpty();
        byBatch.forEach((batch, events) -> {
            await().atMost(LIMIT).until(() -> shop.telemetry().span(batch).isPresent());
            ReceivedSpan transaction = shop.telemetry().span(batch).orElseThrow();
            assertThat(transaction.attributes())
                    .containsEntry(
                            "messaging.batch.message_count",
                            Integer.toString(transaction.links().size()));
            assertThat(transaction.links())
                    .containsAll(events.stream().map(ReceivedSpan::parentId).toList());
        });
    }

    /** Returns the spans of that name in the trace, at least one. */
    private static List<ReceivedSpan> spans(CallerTrace trace, String service, String kind, String name) {
        return await("a span " + name)
                .atMost(LIMIT)
                .until(
                        () -> shop.telemetry().trace(trace.id()).stream()
                                .filter(span -> span.service().equals(service)
                                        && span.kind().equals(kind)
                                        && span.name().equals(name))
                                .toList(),
                        found -> !found.isEmpty());
    }

    /** Returns parent and child of each span. */
    private static List<String> edges(CallerTrace trace) {
        List<ReceivedSpan> spans = shop.telemetry().trace(trace.id());
        Map<String, ReceivedSpan> byId = spans.stream().collect(toMap(ReceivedSpan::id, Function.identity()));
        return spans.stream()
                .map(span -> parent(span, byId) + " > " + text(span))
                .toList();
    }

    private static String parent(ReceivedSpan span, Map<String, ReceivedSpan> byId) {
        ReceivedSpan parent = byId.get(span.parentId());
        return parent != null ? text(parent) : span.parentId().equals(CallerTrace.CALLER) ? "caller" : "nobody";
    }

    private static String text(ReceivedSpan span) {
        String event = span.attributes().getOrDefault("orderflow.event.type", "");
        return (span.service() + " " + span.kind() + " " + span.name() + " "
                        + event.replace("dev.orderflow.", "").replace(".v1", ""))
                .strip();
    }
}
