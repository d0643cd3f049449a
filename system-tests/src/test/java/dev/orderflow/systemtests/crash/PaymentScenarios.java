package dev.orderflow.systemtests.crash;

import static dev.orderflow.systemtests.crash.Scenario.delivery;
import static dev.orderflow.systemtests.crash.Scenario.id;

import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.payment.application.ExpirePayments;
import dev.orderflow.payment.application.GatewaySlots;
import dev.orderflow.payment.application.HandleWebhook;
import dev.orderflow.payment.application.reconciliation.ClaimReconciliation;
import dev.orderflow.payment.application.reconciliation.CompareLedgers;
import dev.orderflow.payment.application.settlement.ClaimPayments;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.application.settlement.RecordAnswers;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.reconciliation.GatewayCharge;
import dev.orderflow.payment.messaging.InventoryEventsConsumer;
import dev.orderflow.payment.messaging.OrderEventsConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The transactions that change the payment database. */
public final class PaymentScenarios {

    private static final int BATCH = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private PaymentScenarios() {}

    public static Stream<Scenario> all() {
        return Stream.of(
                delivery(
                        "charges are requested, one of an order that was abandoned before",
                        payment(2, "VOIDED"),
                        InventoryEventsConsumer.class,
                        reserved(1),
                        reserved(2)),
                requestedWithSlots(1),
                delivery(
                        "orders come to nothing before, while and after they are charged",
                        payment(2, "UNKNOWN") + payment(3, "COMPLETED"),
                        OrderEventsConsumer.class,
                        new OrderCancelled(id(1), "EXPIRED"),
                        new OrderCancelled(id(2), "EXPIRED"),
                        new OrderRejected(id(3), "OUT_OF_STOCK")),
                new Scenario(
                        "payments are claimed",
                        payment(1, "PENDING") + payment(2, "REFUNDING"),
                        beans -> beans.get(ClaimPayments.class).claim(BATCH)),
                new Scenario(
                        "answers are recorded",
                        payment(1, "PENDING")
                                + payment(2, "PENDING")
                                + payment(3, "VOIDING")
                                + payment(4, "REFUNDING")
                                + captured(4),
                        beans -> beans.get(RecordAnswers.class)
                                .record(List.of(
                                        new ReceivedAnswer(id(1), GatewayAnswer.captured(), null),
                                        new ReceivedAnswer(id(2), GatewayAnswer.declined("no"), null),
                                        new ReceivedAnswer(id(3), GatewayAnswer.captured(), null),
                                        new ReceivedAnswer(id(4), GatewayAnswer.refunded(), null)))),
                new Scenario(
                        "charges are given up",
                        payment(1, "UNKNOWN"),
                        beans -> beans.get(ExpirePayments.class).expire(HOUR, BATCH)),
                new Scenario(
                        "a webhook wakes a charge that is under way",
                        payment(1, "PENDING") + "update payment set attempts = 1",
                        beans -> beans.get(HandleWebhook.class).handle("signed", new byte[0])),
                new Scenario(
                        "a comparison of the ledgers begins, goes on and ends",
                        "insert into reconciliation default values",
                        beans -> reconcile(beans.get(ClaimReconciliation.class))),
                new Scenario(
                        "the ledgers do not agree about one key and do about another",
                        payment(1, "COMPLETED") + captured(1),
                        beans -> compare(beans.get(CompareLedgers.class))));
    }

    /** The first gets a slot and its lease, the second is due. */
    private static Scenario requestedWithSlots(int slots) {
        Scenario requested = delivery(
                "charges are requested of a server that has a slot for one of them",
                "",
                InventoryEventsConsumer.class,
                reserved(1),
                reserved(2));
        return new Scenario(requested.name(), requested.before(), beans -> {
            beans.get(GatewaySlots.class).open(slots, claim -> {});
            requested.work().accept(beans);
        });
    }

    private static void reconcile(ClaimReconciliation claim) {
        claim.begin().ifPresent(pass -> {
            claim.advance(pass.since().plus(HOUR));
            claim.complete(pass);
        });
    }

    private static void compare(CompareLedgers books) {
        List<GatewayCharge> suspects = books.suspects(Stream.of(id(1), id(2))
                .map(key -> new GatewayCharge(key.toString(), key.toString(), 1250, 0, "EUR"))
                .toList());
        suspects.forEach(
                suspect -> books.compare(suspect.key(), suspect.orderId(), Optional.empty(), Optional.of(suspect)));
    }

    private static InventoryReserved reserved(int number) {
        return new InventoryReserved(id(number), new PaymentRequest(1250, "EUR", "tok_approve", null));
    }

    /** Due, and two hours old. */
    private static String payment(int number, String status) {
        return """
                insert into payment (order_id, status, amount, currency, token, next_attempt_at, created_at)
                values ('%s', '%s', 1250, 'EUR', 'tok_approve', now() - interval '1 hour', now() - interval '2 hours');
                """.formatted(id(number), status);
    }

    private static String captured(int number) {
        return """
                insert into payment_entry (order_id, kind, amount)
                values ('%s', 'CAPTURE', 1250);
                """.formatted(id(number));
    }
}
