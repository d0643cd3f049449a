package dev.orderflow.payment.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the ledgers are reconciled. Defaults and units stand in microprofile-config.properties. */
@ApplicationScoped
public class ReconciliationSettings {

    @Inject
    @ConfigProperty(name = "payment.reconciliation.pause-ms")
    long pauseMillis;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.overlap-s")
    long overlapSeconds;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.settle-ms")
    long settleMillis;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int batch;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.concurrency")
    int concurrency;

    Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }

    /** How much of the statement is read again in the next pass. */
    Duration overlap() {
        return Duration.ofSeconds(overlapSeconds);
    }

    /** How old a payment is before the gateway is asked for it by itself. */
    Duration settle() {
        return Duration.ofMillis(settleMillis);
    }

    int batch() {
        return batch;
    }

    /** How many keys the gateway is asked about at a time. */
    int concurrency() {
        return concurrency;
    }
}
