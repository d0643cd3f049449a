package dev.orderflow.messaging.harness;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import org.flywaydb.core.Flyway;

/** A database with the messaging tables alone. */
public final class MessagingDatabase {

    private MessagingDatabase() {}

    /** The same one for all test classes. */
    public static Database migrated() {
        Database database = TestEnvironment.backends().database(ServiceName.ORDER);
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/messaging")
                .load()
                .migrate();
        return database;
    }
}
