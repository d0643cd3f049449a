package dev.orderflow.payment.simulator;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The gateway's books. Each operation is one statement, so it happens as a whole or not at all, and once per key. */
@ApplicationScoped
class Ledger {

    private static final String CHARGE = """
            with charged as (
                insert into gateway.charge (key, order_id, amount, currency, token, status, reason)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning key, amount, status, created_at),
            captured as (
                insert into gateway.movement (key, kind, amount)
                select key, 'CAPTURE', amount from charged where status = 'CAPTURED')
            select created_at from charged""";

    private static final String REFUND = """
            insert into gateway.movement (key, kind, amount)
            select key, 'REFUND', amount from gateway.charge where key = ? and status = 'CAPTURED'
            on conflict do nothing""";

    private static final String VOID =
            "insert into gateway.charge (key, status) values (?, 'VOIDED') on conflict do nothing";

    private static final String LOSE = "insert into gateway.lost_request (key) values (?) on conflict do nothing";

    private static final String SELECT = """
            select c.*,
                coalesce((select m.amount from gateway.movement m where m.key = c.key and m.kind = 'CAPTURE'), 0) captured,
                coalesce((select m.amount from gateway.movement m where m.key = c.key and m.kind = 'REFUND'), 0) refunded
            from gateway.charge c where\s""";

    /** In the sequence of the index. */
    private static final String STATEMENT = """
            select c.*, m.kind, m.amount moved, m.moved_at,
                coalesce((select o.amount from gateway.movement o where o.key = c.key and o.kind = 'CAPTURE'), 0) captured,
                coalesce((select o.amount from gateway.movement o where o.key = c.key and o.kind = 'REFUND'), 0) refunded
            from gateway.movement m join gateway.charge c using (key)
            where (m.moved_at, m.key, m.kind) > (?, ?, ?) order by m.moved_at, m.key, m.kind limit ?""";

    private static final String TURN = """
            insert into gateway.switches (scenario, decline_reason, percent) values (?, ?, ?)
            on conflict (the_only_row) do update
            set scenario = excluded.scenario, decline_reason = excluded.decline_reason, percent = excluded.percent""";

    @Resource(lookup = "jdbc/database")
    DataSource database;

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Empty when the key was used before: then nothing happens. */
    Optional<Charge> charge(String key, ChargeRequest request, @Nullable String declineReason) {
        String status = declineReason == null ? "CAPTURED" : "DECLINED";
        return execute(CHARGE, statement -> {
            statement.setString(1, key);
            statement.setString(2, request.orderId());
            statement.setLong(3, request.amount());
            statement.setString(4, request.currency());
            statement.setString(5, request.token());
            statement.setString(6, status);
            statement.setString(7, declineReason);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(request.charged(key, status, declineReason, instant(row)))
                        : Optional.empty();
            }
        });
    }

    /** Gives back everything, once; without effect when nothing was captured. */
    void refund(String key) {
        update(REFUND, key);
    }

    /** Makes sure that the key will never be charged; without effect when it was used before. */
    void voidCharge(String key) {
        update(VOID, key);
    }

    /** True for the first request with this key. */
    boolean lose(String key) {
        return update(LOSE, key) == 1;
    }

    Optional<Charge> find(String key) {
        return select("c.key = ?", key).stream().findAny();
    }

    /** All charges of an order. More than one means that its merchant used more than one key. */
    List<Charge> ofOrder(String orderId) {
        return select("c.order_id = ? order by c.created_at", orderId);
    }

    /** What moved after a place, in its sequence. What is committed late has its place where it moved, not at the end. */
    List<Movement> movements(Movement.Place after, int limit) {
        return execute(STATEMENT, statement -> {
            statement.setObject(1, after.at().atOffset(ZoneOffset.UTC));
            statement.setString(2, after.key());
            statement.setString(3, after.kind());
            statement.setInt(4, limit);
            return rows(statement, Ledger::movement);
        });
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getLong("moved"),
                charge(row));
    }

    /** How the gateway is to behave; for all servers and over restarts. */
    void turn(Switches switches) {
        Scenario scenario = switches.scenario();
        if (scenario == null) {
            execute("delete from gateway.switches", PreparedStatement::executeUpdate);
            return;
        }
        execute(TURN, statement -> {
            statement.setString(1, scenario.name());
            statement.setString(2, switches.declineReason());
            statement.setObject(3, switches.percent());
            return statement.executeUpdate();
        });
    }

    Switches switches() {
        return execute("select * from gateway.switches", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Switches(
                                Scenario.valueOf(row.getString("scenario")),
                                row.getString("decline_reason"),
                                row.getInt("percent"))
                        : Switches.OFF;
            }
        });
    }

    private int update(String sql, String key) {
        return execute(sql, statement -> {
            statement.setString(1, key);
            return statement.executeUpdate();
        });
    }

    private List<Charge> select(String condition, String value) {
        return execute(SELECT + condition, statement -> {
            statement.setString(1, value);
            return rows(statement, Ledger::charge);
        });
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> reader) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                row.getString("key"),
                row.getString("order_id"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("status"),
                row.getString("reason"),
                row.getLong("captured"),
                row.getLong("refunded"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private <T> T execute(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("The simulated gateway's database failed", failure);
        }
    }
}
