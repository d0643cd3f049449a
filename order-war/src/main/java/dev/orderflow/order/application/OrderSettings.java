package dev.orderflow.order.application;

import dev.orderflow.order.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may tell the order service. Defaults and units stand in microprofile-config.properties. */
@ApplicationScoped
public class OrderSettings {

    @Inject
    @ConfigProperty(name = "orderflow.deadline.pending-s")
    long pendingSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.reserved-s")
    long reservedSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.scan-ms")
    long scanMillis;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.batch")
    int deadlineBatch;

    @Inject
    @ConfigProperty(name = "orderflow.cache.life-open-s")
    long cacheLifeOpenSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.intake.free")
    long intakeFree;

    @Inject
    @ConfigProperty(name = "orderflow.intake.most")
    long intakeMost;

    @Inject
    @ConfigProperty(name = "orderflow.intake.at-once")
    int intakeAtOnce;

    @Inject
    @ConfigProperty(name = "orderflow.intake.patience-s")
    long intakePatienceSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.intake.outbox-percent")
    int intakeOutboxPercent;

    /** How long events may wait to be published while orders are taken. */
    Duration intakeOutboxAge() {
        return deadline(OrderStatus.PENDING).multipliedBy(intakeOutboxPercent).dividedBy(100);
    }

    /** How many orders may be under way. */
    Backlog.Limits intake() {
        return new Backlog.Limits(intakeFree, intakeMost, Duration.ofSeconds(intakePatienceSeconds));
    }

    /** How many orders may be in the course of being placed. */
    int intakeAtOnce() {
        return intakeAtOnce;
    }

    /** How long after being placed an order may be in a status that is not final. */
    Duration deadline(OrderStatus status) {
        return Duration.ofSeconds(
                switch (status) {
                    case PENDING -> pendingSeconds;
                    case RESERVED -> reservedSeconds;
                    case CONFIRMED, REJECTED, CANCELLED ->
                        throw new IllegalArgumentException(status + " has no deadline");
                });
    }

    /** Pause between two looks for overdue orders. */
    Duration scanEvery() {
        return Duration.ofMillis(scanMillis);
    }

    /** Most orders that one transaction cancels. */
    int deadlineBatch() {
        return deadlineBatch;
    }

    /** How long an order that may still change stays in the cache at most; so stale is nothing for longer, whatever fails. */
    Duration cacheLifeOpen() {
        return Duration.ofSeconds(cacheLifeOpenSeconds);
    }
}
