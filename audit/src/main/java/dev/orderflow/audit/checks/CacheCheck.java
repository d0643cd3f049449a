package dev.orderflow.audit.checks;

import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditFailure;
import dev.orderflow.audit.sources.AuditTarget;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Compares the order cache with the database. Entries are read before the database, page by page and outside of older
 * snapshots, so the database is never behind an entry.
 */
public final class CacheCheck {

    private static final String PREFIX = "orderflow:order:";
    /** A body field, with the name of its form unless an older release has written it. */
    private static final Pattern BODY = Pattern.compile("b(\\..*)?");

    private static final int PAGE = 500;
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z]+)\"");

    private static final String STORED = """
            select id, version, status, extract(epoch from now() - updated_at) * 1000 age_ms from orders
            where id = any(?)""";

    /** A cache entry: one status per body, one body per JSON form. A tombstone has none. */
    private record Entry(long version, List<String> statuses) {}

    private record Stored(long version, String status, long ageMillis) {}

    private final Connection orders;
    private final Duration life;
    private final boolean atRest;
    private final Consumer<Finding> findings;

    private CacheCheck(Connection orders, Duration life, boolean atRest, Consumer<Finding> findings) {
        this.orders = orders;
        this.life = life;
        this.atRest = atRest;
        this.findings = findings;
    }

    /** Compares every entry in Redis. */
    public static void compare(String redisUrl, AuditTarget target, boolean atRest, Consumer<Finding> findings) {
        try (RedisClient redis = RedisClient.create(URI.create(redisUrl));
                Connection orders = target.orders().connect()) {
            orders.setReadOnly(true);
            var check = new CacheCheck(
                    orders, target.limits().cacheLife().plus(AuditTarget.Limits.MARGIN), atRest, findings);
            check.all(redis);
        } catch (JedisException | IllegalArgumentException e) {
            throw new AuditFailure(
                    "Redis cannot be read: " + e.getMessage() + " Set REDIS_URL, or unset it to leave the cache out.",
                    e);
        } catch (SQLException e) {
            throw new AuditFailure("The cached orders cannot be looked up: " + e.getMessage(), e);
        }
    }

    private void all(RedisClient redis) throws SQLException {
        String position = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page =
                    redis.scan(position, new ScanParams().match(PREFIX + "*").count(PAGE));
            compare(entries(redis, page.getResult()));
            position = page.getCursor();
        } while (!position.equals(ScanParams.SCAN_POINTER_START));
    }

    private static Map<UUID, Entry> entries(RedisClient redis, List<String> keys) {
        Map<String, Response<Map<String, String>>> answers = new HashMap<>();
        try (var pipeline = redis.pipelined()) {
            keys.forEach(key -> answers.put(key, pipeline.hgetAll(key)));
        }
        Map<UUID, Entry> entries = new HashMap<>();
        answers.forEach((key, answer) -> {
            try {
                @Nullable String version = answer.get().get("v");
                if (version != null) {
                    entries.put(
                            UUID.fromString(key.substring(PREFIX.length())),
                            new Entry(Long.parseLong(version), statuses(answer.get())));
                }
            } catch (JedisDataException | IllegalArgumentException spoiled) {
                // The order service treats an invalid entry as a miss, and so does the audit.
            }
        });
        return entries;
    }

    private static List<String> statuses(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> BODY.matcher(field.getKey()).matches())
                .map(field -> status(field.getValue()))
                .distinct()
                .toList();
    }

    private static String status(String body) {
        Matcher found = STATUS.matcher(body);
        return found.find() ? found.group(1) : "no status";
    }

    private void compare(Map<UUID, Entry> entries) throws SQLException {
        Map<UUID, Stored> stored = stored(entries);
        entries.forEach((id, entry) -> {
            @Nullable String wrong = wrong(entry, stored.get(id));
            if (wrong != null) {
                findings.accept(new Finding(Invariant.I9, id.toString(), wrong, entry.toString(), true));
            }
        });
    }

    private Map<UUID, Stored> stored(Map<UUID, Entry> entries) throws SQLException {
        Map<UUID, Stored> stored = new HashMap<>();
        List<UUID> ids = new ArrayList<>(entries.keySet());
        try (var query = orders.prepareStatement(STORED)) {
            query.setArray(1, orders.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    stored.put(
                            row.getObject("id", UUID.class),
                            new Stored(row.getLong("version"), row.getString("status"), row.getLong("age_ms")));
                }
            }
        }
        return stored;
    }

    private @Nullable String wrong(Entry entry, @Nullable Stored stored) {
        if (stored == null) {
            return "the cache has version %d of an order that does not exist".formatted(entry.version);
        }
        if (entry.version > stored.version) {
            return "the cache has version %d, which the database, with %d, never had"
                    .formatted(entry.version, stored.version);
        }
        if (entry.statuses.isEmpty()) {
            return null;
        }
        String cached = String.join(" and ", entry.statuses);
        if (entry.version < stored.version) {
            return atRest || stored.ageMillis > life.toMillis()
                    ? "the cache still has version %d, %s; the database has had %d, %s, for %d s"
                            .formatted(entry.version, cached, stored.version, stored.status, stored.ageMillis / 1_000)
                    : null;
        }
        return entry.statuses.equals(List.of(stored.status))
                ? null
                : "the cache says %s, but version %d is %s".formatted(cached, stored.version, stored.status);
    }
}
