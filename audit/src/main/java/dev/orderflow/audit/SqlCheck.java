package dev.orderflow.audit;

import java.util.List;
import java.util.function.Consumer;

/**
 * What one database can tell by itself: a query that finds what is wrong, as subject, text and state. It reads one snapshot, so
 * a single row proves that the invariant is broken, whatever goes on meanwhile.
 */
record SqlCheck(Invariant invariant, String sql, List<Object> parameters) {

    static SqlCheck of(Invariant invariant, String sql, Object... parameters) {
        return new SqlCheck(invariant, sql, List.of(parameters));
    }

    void run(Snapshot database, Consumer<Finding> findings) {
        database.forEach(
                sql,
                row -> new Finding(
                        invariant, row.getString(1), row.getString(2), String.valueOf(row.getString(3)), true),
                findings,
                parameters.toArray());
    }

    static void runAll(List<SqlCheck> checks, Snapshot database, Consumer<Finding> findings) {
        checks.forEach(check -> check.run(database, findings));
    }
}
