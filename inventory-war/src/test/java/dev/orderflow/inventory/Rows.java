package dev.orderflow.inventory;

import dev.orderflow.localstack.Database;
import java.sql.SQLException;

/** Looks behind the scenes. */
record Rows(Database database) {

    /** SKUs whose level is not the sum of their movements and held lines: there must be none, ever. */
    private static final String SKUS_THAT_DO_NOT_ADD_UP = """
            select count(*) from stock s
            where on_hand <> (select coalesce(sum(quantity), 0) from stock_movement m where m.sku = s.sku)
               or reserved <> (select coalesce(sum(quantity), 0) from reservation_line l join reservation r using (order_id)
                               where l.sku = s.sku and r.status = 'HELD')""";

    /** The number that a query with one row and column answers. */
    long number(String sql, Object... parameters) {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long skusThatDoNotAddUp() {
        return number(SKUS_THAT_DO_NOT_ADD_UP);
    }
}
