package dev.orderflow.systemtests.benchmark;

import dev.orderflow.localstack.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of the orders, by the order service's own database and its clock. */
record Orders(Database database) {

    private static final String LATENCIES = """
            select percentile_disc(array[0.5, 0.99, 0.999, 1]) within group
                (order by extract(epoch from updated_at - created_at) * 1000)
            from orders where customer_id = ? and status = 'CONFIRMED'""";

    /**
     * From when the order was placed to when it was CONFIRMED, ms.
     *
     * @param p999 the time that one of a thousand orders exceeds
     */
    record Latency(double p50, double p99, double p999, double longest) {}

    long unfinished() {
        return database.number("select count(*) from orders where status in ('PENDING', 'RESERVED')");
    }

    long confirmed(String customer) {
        return database.number("select count(*) from orders where status = 'CONFIRMED' and customer_id = ?", customer);
    }

    /** The first column of a query. */
    List<String> texts(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Latency latency(String customer) {
        try (var connection = database.connect();
                var select = connection.prepareStatement(LATENCIES)) {
            select.setString(1, customer);
            try (var row = select.executeQuery()) {
                row.next();
                double[] sorted = Arrays.stream((Number[]) row.getArray(1).getArray())
                        .mapToDouble(Number::doubleValue)
                        .toArray();
                return new Latency(sorted[0], sorted[1], sorted[2], sorted[3]);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The latencies cannot be read", e);
        }
    }
}
