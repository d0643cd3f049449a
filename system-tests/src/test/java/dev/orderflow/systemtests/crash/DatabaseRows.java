package dev.orderflow.systemtests.crash;

import dev.orderflow.localstack.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** All rows of a database as comparable text: without sequence numbers, and with normalized times and generated ids. */
final class DatabaseRows implements AutoCloseable {

    /** Prefix of ids that a test sets, which are not normalized. */
    static final String GIVEN = "0198c0de";

    private static final Pattern FRESH_ID =
            Pattern.compile("(?<![0-9a-f-])(?!" + GIVEN + ")[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:\\d\\d)?)?");

    private static final String TABLES = """
            select tablename from pg_tables where schemaname = 'public' and tablename not like 'schema_history%'
            order by tablename""";

    private final Connection connection;
    private final List<String> tables;

    DatabaseRows(Database database) throws SQLException {
        this.connection = database.connect();
        // Disables triggers and foreign keys, because scripts create states that take the services several
        // transactions.
        execute("set session_replication_role = replica");
        this.tables = strings(TABLES);
    }

    /** Truncates every table and runs the script. */
    void replaceBy(String script) throws SQLException {
        execute("truncate " + String.join(", ", tables) + "; " + script);
    }

    List<String> all() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            strings("select (to_jsonb(t) - 'seq')::text from " + table + " t").stream()
                    .map(row -> table + " "
                            + TIME.matcher(FRESH_ID.matcher(row).replaceAll("<id>"))
                                    .replaceAll("<at>"))
                    .sorted()
                    .forEach(rows::add);
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
