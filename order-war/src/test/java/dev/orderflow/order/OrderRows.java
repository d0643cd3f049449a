package dev.orderflow.order;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;

/** Reads the order database directly. */
final class OrderRows {

    private OrderRows() {}

    static long number(String sql, Object... parameters) {
        return database().number(sql, parameters);
    }

    static UUID id(String sql) {
        return database().value(UUID.class, sql);
    }

    static void execute(String sql) {
        database().execute(sql);
    }

    private static Database database() {
        return TestEnvironment.backends().database(ServiceName.ORDER);
    }
}
