package dev.orderflow.order.application;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.work.PeriodicTasks;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What must happen again and again, in every replica, from the moment the schema is there. */
@ApplicationScoped
public class Schedule {

    @Inject
    PeriodicTasks tasks;

    @Inject
    OrderSettings settings;

    @Inject
    ExpireOrders expireOrders;

    void start(@Observes SchemaMigrated event) {
        for (OrderStatus status : List.of(OrderStatus.PENDING, OrderStatus.RESERVED)) {
            int batch = settings.deadlineBatch();
            tasks.every(
                    "orders-expire-" + status.name().toLowerCase(Locale.ROOT),
                    settings.scanEvery(),
                    "%d orders were overdue in " + status + " and are cancelled",
                    batch,
                    () -> expireOrders.expire(status, settings.deadline(status), batch));
        }
    }
}
