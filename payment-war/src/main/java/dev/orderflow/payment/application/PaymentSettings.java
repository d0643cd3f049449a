package dev.orderflow.payment.application;

import dev.orderflow.chassis.failure.BackOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How payments are settled. Defaults and units stand in microprofile-config.properties. */
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

    /** Whether anybody said where the gateway is. Nothing is charged, and nothing compared, without it. */
    public boolean hasGateway() {
        return gatewayUrl.filter(url -> !url.isBlank()).isPresent();
    }

    /** Most payments that are in this server's hands at a time. */
    public int concurrency() {
        return concurrency;
    }

    /** How long a claimed payment belongs to its worker. */
    public Duration lease() {
        return Duration.ofMillis(leaseMillis);
    }

    /** How often a server looks for due payments when nothing wakes it. */
    public long pollMillis() {
        return pollMillis;
    }

    /** Delay before the gateway is asked again. */
    public Duration backOff(int attempts) {
        return Duration.ofMillis(new BackOff(backOffFirstMillis, backOffMaxMillis).millisAfter(attempts));
    }
}
