package dev.orderflow.inventory.persistence;

import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.inventory.domain.OrderLowWaterMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;

@ApplicationScoped
class SqlOrderLowWaterMarks implements OrderLowWaterMarks {

    private static final String ADVANCE = """
            insert into published_orders as known (kafka_partition, partitions, until) values (?, ?, ?)
            on conflict (kafka_partition) do update
            set partitions = excluded.partitions, until = greatest(known.until, excluded.until)""";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public void advance(int partition, int partitions, Instant until) {
        PlainSql.update(entityManager, ADVANCE, partition, partitions, until.atOffset(ZoneOffset.UTC));
    }
}
