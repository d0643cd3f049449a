package dev.orderflow.payment.metrics;

import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.domain.PaymentSignal;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * The metric {@code orderflow.payment.answers}: number of answers of the gateway by result, {@code unanswered}
 * included.
 */
@ApplicationScoped
public class GatewayAnswerCounter {

    private static final AttributeKey<String> ANSWER = AttributeKey.stringKey("orderflow.payment.answer");

    private final LongCounter answers;

    /** For the CDI proxy, which records nothing. */
    protected GatewayAnswerCounter() {
        this(MeterProvider.noop().get("orderflow"));
    }

    @Inject
    GatewayAnswerCounter(Meter meter) {
        answers = meter.counterBuilder("orderflow.payment.answers")
                .setUnit("{answer}")
                .setDescription("Answers of the gateway")
                .build();
        List.of(
                        PaymentSignal.CAPTURED,
                        PaymentSignal.DECLINED,
                        PaymentSignal.VOIDED,
                        PaymentSignal.REFUNDED,
                        PaymentSignal.UNANSWERED)
                .forEach(signal -> answers.add(0, attributes(signal)));
    }

    void answered(@Observes ReceivedAnswer answered) {
        answers.add(1, attributes(answered.answer().signal()));
    }

    private static Attributes attributes(PaymentSignal signal) {
        return Attributes.of(ANSWER, signal.name().toLowerCase(Locale.ROOT));
    }
}
