package dev.orderflow.inventory.application;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.work.PeriodicTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the periodic tasks of the inventory service in every replica, once the schema is migrated. */
@ApplicationScoped
public class ReservationSchedule {

    @Inject
    PeriodicTasks tasks;

    @Inject
    ExpireReservations expireReservations;

    @Inject
    @ConfigProperty(name = "orderflow.reservation.life-s")
    long lifeSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.reservation.margin-s")
    long marginSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.reservation.scan-ms")
    long scanMillis;

    @Inject
    @ConfigProperty(name = "orderflow.reservation.batch")
    int batch;

    void start(@Observes SchemaMigrated event) {
        tasks.every(
                "reservations-expire",
                Duration.ofMillis(scanMillis),
                "Expired %d reservations that were held for too long",
                batch,
                () -> expireReservations.expire(
                        Duration.ofSeconds(lifeSeconds), Duration.ofSeconds(marginSeconds), batch));
    }
}
