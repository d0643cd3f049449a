package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the messaging core remembers. The outbox is not among it: its rows go as soon as Kafka has them. */
@ApplicationScoped
public class MessagingRetention {

    @Inject
    @ConfigProperty(name = "orderflow.inbox.retention-s")
    long inboxSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.dead-letters.retention-s")
    long deadLettersSeconds;

    /** Longer than Kafka keeps the events: what is delivered again, however late, is known. */
    @Produces
    Retention inbox() {
        return new Retention("inbox", "received_at", Duration.ofSeconds(inboxSeconds));
    }

    /** Of letters that are closed. One that waits for a decision is kept until there is one. */
    @Produces
    Retention deadLetters() {
        return new Retention("dead_letter", "closed_at", Duration.ofSeconds(deadLettersSeconds));
    }
}
