package dev.orderflow.payment.application;

import dev.orderflow.chassis.failure.BackOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the settlement. microprofile-config.properties documents defaults and units. */
@ApplicationScoped
public class PaymentSettings {

    @Inject
    @ConfigProperty(name = "gateway.url")
    Optional<String> gatewayUrl;

    @Inject
    @ConfigProperty(name = "payment.gateway.concurrency")
    int concurrency;

    @Inject
    @ConfigProperty(name = "payment.lease-ms")
    long leaseMillis;

    @Inject
    @ConfigProperty(name = "payment.poll-ms")
    long pollMillis;

    @Inject
    @ConfigProperty(name = "payment.back-off.first-ms")
    long backOffFirstMillis;

    @Inject
    @ConfigProperty(name = "payment.back-off.max-ms")
    long backOffMaxMillis;

    /** Returns whether a gateway is configured. Without one, nothing is charged or reconciled. */
    public boolean hasGateway() {
        return gatewayUrl.filter(url -> !url.isBlank()).isPresent();
    }

    /** Returns the maximum number of payments that this server handles at a time. */
    public int concurrency() {
        return concurrency;
    }

    /** Returns how long a claim belongs to its worker. */
    public Duration lease() {
        return Duration.ofMillis(leaseMillis);
    }

    /** Returns the interval in ms at which a server polls for due payments. */
    public long pollMillis() {
        return pollMillis;
    }

    /** Returns the delay before the next attempt. */
    public Duration backOff(int attempts) {
        return Duration.ofMillis(new BackOff(backOffFirstMillis, backOffMaxMillis).millisAfter(attempts));
    }
}
