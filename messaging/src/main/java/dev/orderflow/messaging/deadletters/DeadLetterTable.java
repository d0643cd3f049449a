package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.messaging.deadletters.DeadLetter.Action;
import dev.orderflow.messaging.deadletters.RedriveResult.Outcome;
import dev.orderflow.messaging.kafka.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of the dead letters and of their history. Every method runs in the caller's transaction. */
@ApplicationScoped
class DeadLetterTable {

    private static final String SUMMARY =
            "id, event_id, type, channel, topic, kafka_partition, kafka_offset, record_key, cause, attempts, parked_at,"
                    + " status, redrives, version";

    private static final String LIST = "select " + SUMMARY + ", null as payload, null as headers from dead_letter"
            + " where %s type is not distinct from coalesce(?, type) and channel = coalesce(?, channel)"
            + " and id < coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) order by id desc limit ?";

    private static final String WHOLE = "select " + SUMMARY + ", payload, headers from dead_letter where id = ?";

    /**
     * Letters with the fewest redrives first, then the oldest, so that one that always fails does not block others.
     */
    private static final String REDRIVABLE = "select id from dead_letter where status = 'PARKED' and redrives < ?"
            + " and type is not distinct from coalesce(?, type) and channel = coalesce(?, channel)"
            + " order by redrives, id limit ?";

    private static final String CLOSE =
            "update dead_letter set status = ?, closed_at = now(), redrives = redrives + ?, version = version + 1"
                    + " where id = ?";

    private static final String FAIL =
            "update dead_letter set cause = ?, redrives = redrives + 1, version = version + 1"
                    + " where id = ? and status = 'PARKED'";

    private static final String NOTE =
            "insert into dead_letter_action (dead_letter_id, action, outcome, operator, detail) values (?, ?, ?, ?, ?)";

    private static final String HISTORY =
            "select at, action, outcome, operator, detail from dead_letter_action where dead_letter_id = ?"
                    + " order by seq";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    EventCodec codec;

    /**
     * Without payload, headers and history; newest first. Names the status as a literal: the generic plan for a
     * parameter reads all closed letters to find the few parked ones.
     */
    List<DeadLetter> list(DeadLetterQuery query) {
        return PlainSql.select(
                entityManager,
                LIST.formatted(query.status() == null ? "" : "status = '" + query.status() + "' and"),
                this::letter,
                query.type(),
                query.channel(),
                query.after(),
                query.limit());
    }

    Optional<DeadLetter> find(UUID id) {
        return PlainSql.select(entityManager, WHOLE, this::letter, id).stream()
                .findFirst()
                .map(letter -> letter.with(PlainSql.select(entityManager, HISTORY, DeadLetterTable::action, id)));
    }

    /** Locks a dead letter; empty if it does not exist or another transaction has locked it. */
    Optional<DeadLetter> lock(UUID id) {
        return PlainSql.select(entityManager, WHOLE + " for update skip locked", this::letter, id).stream()
                .findFirst();
    }

    /** Ids of parked letters with fewer than the maximum number of redrives. */
    List<UUID> redrivable(int maxRedrives, @Nullable String type, @Nullable String channel, int limit) {
        return PlainSql.select(
                entityManager, REDRIVABLE, row -> row.getObject(1, UUID.class), maxRedrives, type, channel, limit);
    }

    void redriven(UUID id, @Nullable String operator, Outcome outcome) {
        PlainSql.update(entityManager, CLOSE, DeadLetterStatus.REDRIVEN.name(), 1, id);
        note(id, "REDRIVE", outcome.name(), operator, null);
    }

    void discarded(UUID id, @Nullable String operator, String reason) {
        PlainSql.update(entityManager, CLOSE, DeadLetterStatus.DISCARDED.name(), 0, id);
        note(id, "DISCARD", "DISCARDED", operator, reason);
    }

    /** Returns false, and changes nothing, if the letter is no longer parked. */
    boolean failed(UUID id, @Nullable String operator, String cause) {
        boolean parked = PlainSql.update(entityManager, FAIL, cause, id) == 1;
        if (parked) {
            note(id, "REDRIVE", "FAILED", operator, cause);
        }
        return parked;
    }

    void dryRun(@Nullable String operator, RedriveResult result) {
        note(result.id(), "DRY_RUN", result.outcome().name(), operator, result.cause());
    }

    private void note(UUID id, String action, String outcome, @Nullable String operator, @Nullable String detail) {
        PlainSql.update(entityManager, NOTE, id, action, outcome, operator, detail);
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("channel"),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getString("record_key"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                DeadLetterStatus.valueOf(row.getString("status")),
                row.getInt("redrives"),
                row.getString("payload"),
                headers(row.getString("headers")),
                null,
                row.getInt("version"));
    }

    private @Nullable Map<String, String> headers(@Nullable String json) {
        try {
            return json == null ? null : codec.decodeHeaders(json);
        } catch (PermanentFailure unreadable) {
            return null;
        }
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("operator"),
                row.getString("detail"));
    }
}
