package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.Webhook;
import dev.orderflow.payment.domain.Webhook.Genuine;
import dev.orderflow.payment.domain.WebhookVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The gateway says by itself that something has happened. That is a reason to ask it at once what a payment waits for,
 * and no more: nothing of what it says is believed, so a webhook that is forged, repeated, late or early changes
 * nothing.
 */
@ApplicationScoped
@Transactional
public class HandleWebhook {

    @Inject
    WebhookVerifier verifier;

    @Inject
    Payments payments;

    @Inject
    Event<PaymentDue> due;

    @Inject
    Event<Webhook> received;

    /**
     * Returns what it is. A genuine one that is about no payment, or about one that waits for nothing, has no effect.
     */
    public Webhook handle(@Nullable String signature, byte[] body) {
        Webhook webhook = verifier.verify(signature, body);
        if (webhook instanceof Genuine genuine) {
            genuine.orderId().ifPresent(this::wake);
        }
        received.fire(webhook);
        return webhook;
    }

    private void wake(UUID orderId) {
        payments.lock(List.of(orderId)).stream().filter(Payment::wake).forEach(payment -> {
            payments.update(payment);
            due.fire(new PaymentDue());
        });
    }
}
