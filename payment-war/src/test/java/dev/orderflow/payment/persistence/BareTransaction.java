package dev.orderflow.payment.persistence;

import static dev.orderflow.chassis.harness.Wiring.set;
import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.chassis.harness.LocalTransaction;
import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.harness.TestOutbox;
import dev.orderflow.payment.application.GatewaySlots;
import dev.orderflow.payment.application.HandleWebhook;
import dev.orderflow.payment.application.OpenPayments;
import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.application.RequestPayment;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.application.settlement.RecordAnswers;
import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.Webhook;
import dev.orderflow.payment.domain.WebhookVerifier;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The use cases of payments in one transaction of an entity manager, without a container. */
final class BareTransaction {

    static final long LEASE_MS = 3_600_000;
    static final long AMOUNT = 1250;
    static final String TOKEN = "tok_approve";

    final EntityManager entityManager;
    final JpaPayments payments;

    private final BatchedWrites writes;
    private final OpenPayments open;
    private final RequestPayment request;
    private final RecordAnswers recordAnswers;

    /** Provides a slot for each payment. */
    BareTransaction(EntityManager entityManager) {
        this.entityManager = entityManager;
        // The transaction never commits, so no callbacks run.
        var registry = new LocalTransaction();
        var settings = set(
                set(set(new PaymentSettings(), "leaseMillis", LEASE_MS), "backOffFirstMillis", LEASE_MS),
                "backOffMaxMillis",
                LEASE_MS);
        writes = wire(new BatchedWrites(), entityManager, registry);
        payments = wire(new JpaPayments(), entityManager, writes);
        open = wire(new OpenPayments(), payments);
        var slots = wire(new GatewaySlots(), wire(new TransactionEnd(), registry), settings, silence());
        slots.open(Integer.MAX_VALUE, claim -> {});
        request = wire(new RequestPayment(), payments, slots, silence());
        recordAnswers = wire(new RecordAnswers(), payments, TestOutbox.to(event -> {}), settings);
    }

    /**
     * Handles a webhook about an order. The action runs right after the lock, so its changes appear committed during
     * the wait.
     */
    void handleWebhook(UUID order, Runnable meanwhile) {
        Payments overtaken = proxy(Payments.class, (self, method, arguments) -> {
            Object result = method.invoke(payments, arguments);
            if (method.getName().equals("lock")) {
                meanwhile.run();
            }
            return result;
        });
        WebhookVerifier genuine = (signature, body) -> new Webhook.Genuine(Optional.of(order));
        wire(new HandleWebhook(), overtaken, genuine, silence()).handle(null, new byte[0]);
        write();
    }

    /** Stores payments as a batch of the inventory's events does. */
    void request(List<UUID> orders) {
        open.open(orders);
        orders.forEach(order -> request.request(order, new PaymentRequest(AMOUNT, "EUR", TOKEN, null)));
        write();
    }

    void record(List<ReceivedAnswer> answers) {
        recordAnswers.record(answers);
        write();
    }

    /** Flushes and clears the persistence context, so that the next read queries the database. */
    void write() {
        writes.flush();
        entityManager.clear();
    }

    private static Event<?> silence() {
        return proxy(Event.class, (self, method, arguments) -> null);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
