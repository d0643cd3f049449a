package dev.orderflow.systemtests.benchmark;

import dev.orderflow.localstack.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The outcomes of orders in the order service's database, by its clock. */
record OrderOutcomes(Database database) {

    /** Returns the longest time from placement to CONFIRMED, by the database's clock, ms. */
    double longestMillis(String customer) {
        return database.value(Double.class, """
                select extract(epoch from max(updated_at - created_at))::float8 * 1000
                from orders where customer_id = ? and status = 'CONFIRMED'""", customer);
    }

    long unfinished() {
        return database.number("select count(*) from orders where status in ('PENDING', 'RESERVED')");
    }

    long confirmed(String customer) {
        return database.number("select count(*) from orders where status = 'CONFIRMED' and customer_id = ?", customer);
    }

    /** Returns the first column of a query. */
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
}
