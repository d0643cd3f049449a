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
 * Handles a webhook of the gateway. A webhook only triggers an immediate query of the gateway. Its content is never
 * trusted, so a forged, repeated, late or early webhook changes nothing.
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
     * Verifies a webhook and returns the result. A genuine webhook has no effect if its payment does not exist or is
     * not open.
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
