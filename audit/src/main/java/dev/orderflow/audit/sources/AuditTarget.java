package dev.orderflow.audit.sources;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is audited, and what is expected of it.
 *
 * @param kafka bootstrap servers; without them lag is not looked at
 * @param redis URL; without it the cache is not looked at
 * @param gateway the simulated gateway's own ledger; without it, what the gateway took is not looked at
 * @param deadLetters how many records were poisoned on purpose
 * @param answered the orders that clients were given; each is to exist
 */
public record AuditTarget(
        DatabaseSource orders,
        DatabaseSource inventory,
        DatabaseSource payments,
        @Nullable String kafka,
        @Nullable String redis,
        Limits limits,
        @Nullable DatabaseSource gateway,
        int deadLetters,
        Supplier<Stream<UUID>> answered) {

    /** The settings of the services that say how long things may take; the audit allows a minute more. */
    public record Limits(Duration pending, Duration reserved, Duration keyRetention, Duration cacheLife) {

        public static final Duration MARGIN = Duration.ofMinutes(1);

        public static Limits of(Map<String, String> environment) {
            return new Limits(
                    seconds(environment, "ORDERFLOW_DEADLINE_PENDING_S", 600),
                    seconds(environment, "ORDERFLOW_DEADLINE_RESERVED_S", 900),
                    seconds(environment, "ORDERFLOW_IDEMPOTENCY_KEY_RETENTION_S", 86_400),
                    seconds(environment, "ORDERFLOW_CACHE_LIFE_OPEN_S", 30));
        }

        private static Duration seconds(Map<String, String> environment, String name, long preset) {
            String value = environment.getOrDefault(name, Long.toString(preset));
            try {
                return Duration.ofSeconds(Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw new AuditFailure(name + "=" + value + " is not a number of seconds.", e);
            }
        }
    }

    /**
     * From the variables that the services themselves are configured with, each with the service before it:
     * ORDER_DB_HOST.
     */
    public static AuditTarget of(Map<String, String> environment) {
        return of(environment, DatabaseSource.of("GATEWAY", "gateway", environment));
    }

    private static AuditTarget of(Map<String, String> environment, @Nullable DatabaseSource gateway) {
        return new AuditTarget(
                DatabaseSource.of("ORDER", "orders", environment),
                DatabaseSource.of("INVENTORY", "inventory", environment),
                DatabaseSource.of("PAYMENT", "payments", environment),
                environment.get("KAFKA_BOOTSTRAP_SERVERS"),
                environment.get("REDIS_URL"),
                Limits.of(environment),
                gateway,
                0,
                Stream::empty);
    }

    /** Without the gateway's ledger, which only the simulated gateway lets us read. */
    public static AuditTarget withoutGateway(Map<String, String> environment) {
        return of(environment, null);
    }

    /** So many records were poisoned on purpose, and must be parked; no others. */
    public AuditTarget withDeadLetters(int expected) {
        return new AuditTarget(orders, inventory, payments, kafka, redis, limits, gateway, expected, answered);
    }

    /** The orders that clients were given; the stream is opened for each look, and closed. */
    public AuditTarget withAnswered(Supplier<Stream<UUID>> orderIds) {
        return new AuditTarget(orders, inventory, payments, kafka, redis, limits, gateway, deadLetters, orderIds);
    }
}
