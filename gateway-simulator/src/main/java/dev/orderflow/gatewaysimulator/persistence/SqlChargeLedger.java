package dev.orderflow.gatewaysimulator.persistence;

import dev.orderflow.gatewaysimulator.domain.Charge;
import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import dev.orderflow.gatewaysimulator.domain.ChargeScenario;
import dev.orderflow.gatewaysimulator.domain.GatewaySwitches;
import dev.orderflow.gatewaysimulator.domain.Movement;
import dev.orderflow.gatewaysimulator.domain.StatementCursor;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL. Each operation is one statement and therefore one transaction. */
public final class SqlChargeLedger implements ChargeLedger {

    private static final String CHARGE = """
            with charged as (
                insert into charge (key, order_id, amount, currency, token, status, reason)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning key, amount, status, created_at),
            captured as (
                insert into movement (key, kind, amount)
                select key, 'CAPTURE', amount from charged where status = 'CAPTURED')
            select created_at from charged""";

    private static final String REFUND = """
            insert into movement (key, kind, amount)
            select key, 'REFUND', amount from charge where key = ? and status = 'CAPTURED'
            on conflict do nothing""";

    private static final String VOID = "insert into charge (key, status) values (?, 'VOIDED') on conflict do nothing";

    private static final String LOSE = "insert into lost_request (key) values (?) on conflict do nothing";

    private static final String SELECT = """
            select c.*,
                coalesce((select m.amount from movement m where m.key = c.key and m.kind = 'CAPTURE'), 0) captured,
                coalesce((select m.amount from movement m where m.key = c.key and m.kind = 'REFUND'), 0) refunded
            from charge c where\s""";

    /** Sorted as the index is. */
    private static final String STATEMENT = """
            select c.*, m.kind, m.amount moved, m.moved_at,
                coalesce((select o.amount from movement o where o.key = c.key and o.kind = 'CAPTURE'), 0) captured,
                coalesce((select o.amount from movement o where o.key = c.key and o.kind = 'REFUND'), 0) refunded
            from movement m join charge c using (key)
            where (m.moved_at, m.key, m.kind) > (?, ?, ?) order by m.moved_at, m.key, m.kind limit ?""";

    private static final String TURN = """
            insert into switches (scenario, decline_reason, percent) values (?, ?, ?)
            on conflict (the_only_row) do update
            set scenario = excluded.scenario, decline_reason = excluded.decline_reason, percent = excluded.percent""";

    private final Sql sql;

    public SqlChargeLedger(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Optional<Charge> charge(String key, ChargeRequest request, @Nullable String declineReason) {
        String status = declineReason == null ? "CAPTURED" : "DECLINED";
        return sql
                .query(
                        CHARGE,
                        statement -> {
                            statement.setString(1, key);
                            statement.setString(2, request.orderId());
                            statement.setLong(3, request.amount());
                            statement.setString(4, request.currency());
                            statement.setString(5, request.token());
                            statement.setString(6, status);
                            statement.setString(7, declineReason);
                        },
                        row -> request.charged(key, status, declineReason, instant(row, "created_at")))
                .stream()
                .findAny();
    }

    @Override
    public void refund(String key) {
        sql.update(REFUND, key(key));
    }

    @Override
    public void voidCharge(String key) {
        sql.update(VOID, key(key));
    }

    @Override
    public boolean loseOnce(String key) {
        return sql.update(LOSE, key(key)) == 1;
    }

    @Override
    public Optional<Charge> find(String key) {
        return sql.query(SELECT + "c.key = ?", key(key), SqlChargeLedger::charge).stream()
                .findAny();
    }

    @Override
    public List<Charge> ofOrder(String orderId) {
        return sql.query(SELECT + "c.order_id = ? order by c.created_at", key(orderId), SqlChargeLedger::charge);
    }

    @Override
    public List<Movement> movements(StatementCursor after, int limit) {
        return sql.query(
                STATEMENT,
                statement -> {
                    statement.setObject(1, after.at().atOffset(ZoneOffset.UTC));
                    statement.setString(2, after.key());
                    statement.setString(3, after.kind());
                    statement.setInt(4, limit);
                },
                row -> new Movement(
                        instant(row, "moved_at"), row.getString("kind"), row.getLong("moved"), charge(row)));
    }

    @Override
    public void setSwitches(GatewaySwitches switches) {
        ChargeScenario scenario = switches.scenario();
        if (scenario == null) {
            sql.update("delete from switches", statement -> {});
            return;
        }
        sql.update(TURN, statement -> {
            statement.setString(1, scenario.name());
            statement.setString(2, switches.declineReason());
            statement.setInt(3, switches.percent());
        });
    }

    @Override
    public GatewaySwitches switches() {
        return sql
                .query(
                        "select * from switches",
                        statement -> {},
                        row -> new GatewaySwitches(
                                ChargeScenario.valueOf(row.getString("scenario")),
                                row.getString("decline_reason"),
                                row.getInt("percent")))
                .stream()
                .findAny()
                .orElse(GatewaySwitches.OFF);
    }

    private static Sql.Parameters key(String key) {
        return (PreparedStatement statement) -> statement.setString(1, key);
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
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
