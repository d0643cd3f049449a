package dev.orderflow.gatewaysimulator.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A small connection pool, and the schema. */
public final class LedgerDatabase implements AutoCloseable {

    /** A statement takes about a millisecond, so 48 concurrent requests of a merchant do not wait for a connection. */
    private static final int CONNECTIONS = 8;

    private static final int CONNECT_LIMIT_MS = 5_000;

    /** Each retry takes the connection timeout plus one second: about two minutes in total. */
    private static final int RETRIES_OF_THE_START = 20;

    private static final int CHECK_LIMIT_S = 2;

    private final HikariDataSource pool;

    private LedgerDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Connects on demand. Server error details are disabled, because they would put refused data into the log. */
    public static LedgerDatabase of(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("ledger");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_LIMIT_MS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new LedgerDatabase(new HikariDataSource(config));
    }

    /**
     * Migrates the schema. Waits about two minutes for the database.
     *
     * @throws FlywayException if the database is unreachable or the migration fails
     */
    public void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .table("schema_history")
                .connectRetries(RETRIES_OF_THE_START)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }

    public SqlChargeLedger ledger() {
        return new SqlChargeLedger(pool);
    }

    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(CHECK_LIMIT_S);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
