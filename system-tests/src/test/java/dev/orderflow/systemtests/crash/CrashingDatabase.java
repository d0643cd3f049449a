package dev.orderflow.systemtests.crash;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A data source whose client crashes at a chosen step: before a statement, before the commit, or after the commit
 * before the response. PostgreSQL sees a broken connection.
 */
final class CrashingDatabase {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String COMMIT = "commit";
    private static final String CONNECTION_FAILURE = "08006";

    private final Database database;
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private int fatal = Integer.MAX_VALUE;
    private boolean dead;
    private boolean committed;

    CrashingDatabase(Database database) {
        this.database = database;
    }

    /** Starts a run that crashes at this step, counted from 0, or completes if it has fewer. */
    void dieAt(int step) {
        fatal = step;
        begin();
    }

    /** Starts a run without a crash. */
    void live() {
        fatal = Integer.MAX_VALUE;
        begin();
    }

    private void begin() {
        steps.clear();
        dead = false;
        committed = false;
    }

    boolean isDead() {
        return dead;
    }

    /** Returns whether the last run had committed. */
    boolean hasCommitted() {
        return committed;
    }

    /** Returns the steps of the last run: statements, and the commit twice. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    DataSource dataSource() {
        return (DataSource) proxy(DataSource.class, (self, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> connection(database.connect());
            case "unwrap", "isWrapperFor" -> throw new SQLException("wraps nothing");
            default -> method.invoke(this, arguments);
        });
    }

    private Connection connection(Connection real) {
        return (Connection) proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals(COMMIT)) {
                step(real, "before the commit");
                Object done = call(real, method, arguments);
                committed = true;
                step(real, "after the commit");
                return done;
            }
            Object result = call(real, method, arguments);
            return result instanceof Statement statement
                    ? statement(real, statement, method.getReturnType(), arguments)
                    : result;
        });
    }

    private Object statement(Connection real, Statement statement, Class<?> type, Object[] arguments) {
        String prepared = arguments == null ? "" : String.valueOf(arguments[0]);
        return proxy(type, (self, method, given) -> {
            if (method.getName().startsWith("execute")) {
                step(real, given == null ? prepared : String.valueOf(given[0]));
            }
            return call(statement, method, given);
        });
    }

    private void step(Connection real, String what) throws SQLException {
        if (steps.size() == fatal) {
            dead = true;
            int backend = real.unwrap(PGConnection.class).getBackendPID();
            real.abort(Runnable::run);
            // PostgreSQL notices a moment later and holds the client's locks until then.
            await().atMost(LIMIT)
                    .until(() -> database.number("select count(*) from pg_stat_activity where pid = ?", backend) == 0);
            throw new SQLException("The client died: " + what, CONNECTION_FAILURE);
        }
        steps.add(what);
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(CrashingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
