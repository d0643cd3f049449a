package dev.orderflow.payment.application;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.work.PeriodicTasks;
import dev.orderflow.payment.application.reconciliation.ReconcileLedgers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the periodic tasks of the payment service in every replica, once the schema is migrated. */
@ApplicationScoped
public class PaymentSchedule {

    /** A reconciliation pass handles all of its batches itself. */
    private static final int NO_BATCH_LIMIT = Integer.MAX_VALUE;

    @Inject
    PeriodicTasks tasks;

    @Inject
    ExpirePayments expirePayments;

    @Inject
    ReconcileLedgers reconcile;

    @Inject
    PaymentSettings payments;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.pause-ms")
    long reconciliationPauseMillis;

    @Inject
    @ConfigProperty(name = "payment.deadline-s")
    long deadlineSeconds;

    @Inject
    @ConfigProperty(name = "payment.deadline.scan-ms")
    long scanMillis;

    @Inject
    @ConfigProperty(name = "payment.deadline.batch")
    int batch;

    void start(@Observes SchemaMigrated event) {
        tasks.every(
                "payments-expire",
                Duration.ofMillis(scanMillis),
                "Gave up %d payments without a definite answer",
                batch,
                () -> expirePayments.expire(Duration.ofSeconds(deadlineSeconds), batch));
        if (payments.hasGateway()) {
            tasks.every(
                    ReconcileLedgers.TASK,
                    Duration.ofMillis(reconciliationPauseMillis),
                    "Found %d differences between our ledger and the gateway's: see GET /api/reconciliation",
                    NO_BATCH_LIMIT,
                    reconcile::pass);
        }
    }
}
