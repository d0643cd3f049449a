package dev.orderflow.payment.metrics;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.payment.domain.Webhook;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;

/** The metric {@code orderflow.payment.webhooks}: number of received webhooks by result of the verification. */
@ApplicationScoped
public class WebhookCounter {

    private static final AttributeKey<String> WEBHOOK = AttributeKey.stringKey("orderflow.payment.webhook");

    private final LongCounter webhooks;

    /** For the CDI proxy, which records nothing. */
    protected WebhookCounter() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    WebhookCounter(Meter meter) {
        webhooks = meter.counterBuilder("orderflow.payment.webhooks")
                .setUnit("{webhook}")
                .setDescription("Webhooks that came")
                .build();
    }

    /** Exports the counter as 0 from the start. */
    void start(@Observes SchemaMigrated event) {
        Stream.of(Webhook.Genuine.class, Webhook.Forged.class, Webhook.Stale.class, Webhook.Unverifiable.class)
                .forEach(kind -> webhooks.add(0, attributes(kind)));
    }

    void received(@Observes Webhook webhook) {
        webhooks.add(1, attributes(webhook.getClass()));
    }

    private static Attributes attributes(Class<? extends Webhook> kind) {
        return Attributes.of(WEBHOOK, kind.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
