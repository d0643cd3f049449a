package dev.orderflow.audit.sources;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audited system, and what is expected of it.
 *
 * @param kafka bootstrap servers; null to skip the check of lag
 * @param redis URL; null to skip the check of the cache
 * @param gateway the simulated gateway's ledger; null to skip its checks
 * @param deadLetters number of records that were poisoned on purpose
 * @param answered orders that clients have received; each must exist
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

    /** The time limits in the settings of the services. The audit allows one minute more. */
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

    /** Reads the variables of the services, each with the service as a prefix: ORDER_DB_HOST. */
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

    /** Skips the gateway's ledger, which only the simulated gateway exposes. */
    public static AuditTarget withoutGateway(Map<String, String> environment) {
        return of(environment, null);
    }

    /** Expects exactly this number of parked records, which were poisoned on purpose. */
    public AuditTarget withDeadLetters(int expected) {
        return new AuditTarget(orders, inventory, payments, kafka, redis, limits, gateway, expected, answered);
    }

    /** Sets the orders that clients have received. The stream is opened and closed for each pass. */
    public AuditTarget withAnswered(Supplier<Stream<UUID>> orderIds) {
        return new AuditTarget(orders, inventory, payments, kafka, redis, limits, gateway, deadLetters, orderIds);
    }
}
