package dev.orderflow.systemtests.benchmark;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counters of the system: transactions, statements, rows and WAL of PostgreSQL, requests to Kafka, bytes allocated by
 * the services, and context switches.
 */
final class SystemCounters {

    /** Counters of the services' databases. WAL is that of the whole server, the gateway's included. */
    private static final String DATABASES = """
            select sum(xact_commit) as "PostgreSQL transactions",
                   sum(tup_inserted) as "PostgreSQL rows inserted",
                   sum(tup_updated) as "PostgreSQL rows updated",
                   sum(tup_deleted) as "PostgreSQL rows deleted",
                   (select wal_bytes from pg_stat_wal) as "PostgreSQL WAL, bytes",
                   (select sum(calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                    where d.datname in (%1$s)) as "PostgreSQL statements"
            from pg_stat_database where datname in (%1$s)""".formatted(Arrays.stream(ServiceName.values())
            .map(service -> "'" + service.database() + "'")
            .collect(Collectors.joining(", ")));

    private final ProcessUsage processors;
    private final Database admin;

    SystemCounters(LocalStack stack, ProcessUsage processors) {
        this.processors = processors;
        admin = stack.backends().adminDatabase(ServiceName.ORDER);
        admin.execute("create extension if not exists pg_stat_statements");
    }

    Map<String, Double> read() {
        Map<String, Double> counts = new LinkedHashMap<>(database());
        counts.put("Kafka requests", processors.kafkaRequests());
        for (ServiceName service : ServiceName.values()) {
            counts.put("KiB allocated by " + service.label(), processors.allocated(service) / 1024.0);
        }
        processors.switches().forEach((part, switches) -> counts.put("context switches of " + part, switches));
        return counts;
    }

    private Map<String, Double> database() {
        Map<String, Double> counts = new LinkedHashMap<>();
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DATABASES)) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                counts.put(row.getMetaData().getColumnLabel(column), row.getDouble(column));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("The counters of PostgreSQL cannot be read", e);
        }
    }
}
