package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.DatabaseSnapshot;
import java.util.List;
import java.util.function.Consumer;

/**
 * An invariant within one database: a query for violations, as subject, text and state. It reads one snapshot, so a
 * single row proves a violation, also while the system is running.
 */
public record SqlCheck(Invariant invariant, String sql, List<Object> parameters) {

    public static SqlCheck of(Invariant invariant, String sql, Object... parameters) {
        return new SqlCheck(invariant, sql, List.of(parameters));
    }

    public void run(DatabaseSnapshot database, Consumer<Finding> findings) {
        database.forEach(
                sql,
                row -> new Finding(
                        invariant, row.getString(1), row.getString(2), String.valueOf(row.getString(3)), true),
                findings,
                parameters.toArray());
    }

    public static void runAll(List<SqlCheck> checks, DatabaseSnapshot database, Consumer<Finding> findings) {
        checks.forEach(check -> check.run(database, findings));
    }
}
