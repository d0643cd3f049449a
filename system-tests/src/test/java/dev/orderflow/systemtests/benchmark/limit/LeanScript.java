package dev.orderflow.systemtests.benchmark.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The subset of pgbench's language that the scripts of {@link LeanLimit} use, over JDBC. */
final class LeanScript {

    private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-z]+)");

    private record Statement(String sql, List<String> variables) {}

    private final List<Statement> statements;

    LeanScript(String script) {
        statements = script.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\\set"))
                .map(line -> new Statement(
                        VARIABLE.matcher(line).replaceAll("?"),
                        VARIABLE.matcher(line)
                                .results()
                                .map(found -> found.group(1))
                                .toList()))
                .toList();
    }

    /** Runs the script repeatedly and returns the number of runs. */
    long runUntil(long end, Connection connection, int client) throws SQLException {
        List<PreparedStatement> prepared = new ArrayList<>();
        for (Statement statement : statements) {
            prepared.add(connection.prepareStatement(statement.sql()));
        }
        long turn = 0;
        while (System.nanoTime() < end) {
            turn++;
            Map<String, Long> values = values(client, turn);
            for (int i = 0; i < prepared.size(); i++) {
                List<String> names = statements.get(i).variables();
                for (int place = 0; place < names.size(); place++) {
                    prepared.get(i).setLong(place + 1, values.getOrDefault(names.get(place), 0L));
                }
                prepared.get(i).execute();
            }
        }
        return turn;
    }

    /** Returns the variables that the scripts set. */
    private static Map<String, Long> values(int client, long turn) {
        var random = ThreadLocalRandom.current();
        return Map.of(
                "oid", client * 100_000_000L + turn,
                "c", random.nextLong(1, 10_001),
                "a", random.nextLong(1, 501),
                "b", random.nextLong(501, 1001));
    }
}
