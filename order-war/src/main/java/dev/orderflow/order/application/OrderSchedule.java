package dev.orderflow.order.application;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.work.PeriodicTasks;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the periodic tasks of the order service in every replica, once the schema is migrated. */
@ApplicationScoped
public class OrderSchedule {

    @Inject
    PeriodicTasks tasks;

    @Inject
    OrderDeadlines deadlines;

    @Inject
    ExpireOrders expireOrders;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.scan-ms")
    long scanMillis;

    @Inject
    @ConfigProperty(name = "orderflow.deadline.batch")
    int batch;

    void start(@Observes SchemaMigrated event) {
        for (OrderStatus status : List.of(OrderStatus.PENDING, OrderStatus.RESERVED)) {
            tasks.every(
                    "orders-expire-" + status.name().toLowerCase(Locale.ROOT),
                    Duration.ofMillis(scanMillis),
                    "Cancelled %d orders that were overdue in " + status,
                    batch,
                    () -> expireOrders.expire(status, deadlines.of(status), batch));
        }
    }
}
