package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.ConcurrentTasks;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.kafka.KafkaBroker;
import dev.orderflow.localstack.backends.kafka.KafkaTopics;
import dev.orderflow.localstack.backends.postgres.DatabaseRoles;
import dev.orderflow.localstack.backends.postgres.PostgresBackend;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with a database and role per service and for the simulated gateway, Kafka with its topics, and Redis. Each
 * is started here unless the environment names an external one.
 */
public final class Backends implements AutoCloseable {
    private final StackHome home;
    private final ExternalBackends outside;
    private final @Nullable PostgresBackend postgres;
    private final @Nullable KafkaBroker kafka;
    private final @Nullable RedisBackend redis;

    private Backends(StackHome home, ExternalBackends outside, StackOptions options, RepositoryCheckout checkout) {
        BackendKind kind = options.kind();
        this.home = home;
        this.outside = outside;
        this.postgres = outside.hasDatabase() ? null : kind.postgres(home, checkout, options.ports());
        this.kafka = outside.hasKafka() ? null : kind.kafka(home, checkout, options.ports());
        this.redis = outside.hasRedis() ? null : kind.redis(home, checkout, options.ports());
    }

    /** Starts embedded or containerized backends on free ports, and returns when all are ready, after a few seconds. */
    public static Backends start(Path home) {
        return start(StackOptions.forTests(home));
    }

    /** Starts backends and returns when all are ready. A failure leaves nothing running. */
    public static Backends start(StackOptions options) {
        return StackHome.start(options.home(), options.progress(), home -> start(home, options));
    }

    public static Backends start(StackHome home, StackOptions options) {
        Backends backends = open(home, options);
        ConcurrentTasks.run(backends.starts());
        return backends;
    }

    /** Checks everything that can be checked before anything starts. The variables for servers are known afterwards. */
    public static Backends open(StackHome home, StackOptions options) {
        ExternalBackends outside = new ExternalBackends(options.outside());
        StackPorts.requireFree(embeddedPorts(outside, options.ports()));
        RepositoryCheckout checkout = RepositoryCheckout.locate();
        options.kind().removeLeftovers(home);
        Backends backends = new Backends(home, outside, options, checkout);
        backends.requireOutside();
        backends.requireWholeData();
        backends.choosePasswords();
        return backends;
    }

    /** Returns one task per backend. A task starts its backend if necessary and returns when it is ready. */
    public List<Runnable> starts() {
        KafkaTopics topics = KafkaTopics.of(RepositoryCheckout.locate());
        return List.of(this::readyPostgres, () -> readyKafka(topics), this::readyRedis);
    }

    private void choosePasswords() {
        try {
            if (postgres != null) {
                postgres.choosePasswords();
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot write the passwords of PostgreSQL: " + e, e);
        }
    }

    private static Stream<StackPorts.NamedPort> embeddedPorts(ExternalBackends outside, StackPorts ports) {
        List<StackPorts.NamedPort> needed = new ArrayList<>();
        if (!outside.hasDatabase()) {
            needed.add(ports.postgres());
        }
        if (!outside.hasKafka()) {
            needed.addAll(List.of(ports.kafka(), ports.kafkaController()));
        }
        if (!outside.hasRedis()) {
            needed.add(ports.redis());
        }
        return needed.stream();
    }

    private void requireOutside() {
        if (postgres == null) {
            outside.requireDatabases();
        }
        if (kafka == null) {
            outside.requireKafka();
        }
        if (redis == null) {
            outside.requireRedis();
        }
    }

    private void requireWholeData() {
        if (postgres != null) {
            postgres.requireWholeData();
        }
        if (kafka != null) {
            kafka.requireWholeData();
        }
    }

    /** Returns when every database exists. Thread-safe. */
    public synchronized void readyPostgres() {
        if (postgres == null) {
            home.progress().say("PostgreSQL at " + database(ServiceName.ORDER).host() + " is used (DB_HOST)");
        } else {
            postgres.start();
            new DatabaseRoles(postgres).create();
        }
    }

    private void readyKafka(KafkaTopics topics) {
        if (kafka == null) {
            home.progress().say("Kafka at " + outside.kafka() + " is used (KAFKA_BOOTSTRAP_SERVERS)");
        } else {
            kafka.start();
        }
        topics.createMissing(bootstrapServers());
    }

    private void readyRedis() {
        if (redis == null) {
            home.progress().say("Redis at " + outside.redis() + " is used (REDIS_URL)");
        } else {
            redis.start();
        }
    }

    /** Returns the variables that a server of this service needs to reach its backends. */
    public Map<String, String> environment(ServiceName service) {
        Map<String, String> environment = new TreeMap<>(database(service).environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("REDIS_URL", redisUrl());
        return environment;
    }

    /**
     * Returns the variables of all services. Those of a database have the service as a prefix, as in {@code
     * ORDER_DB_HOST}.
     */
    public Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            environment(service)
                    .forEach((name, value) ->
                            all.put(name.startsWith("DB_") ? service.name() + "_" + name : name, value));
        }
        gatewayDatabase().environment().forEach((name, value) -> all.put("GATEWAY_" + name, value));
        return all;
    }

    /** Returns the service's database, with the service's role. */
    public Database database(ServiceName service) {
        return database(service.database());
    }

    /** Returns the simulated gateway's database, with its own role. */
    public Database gatewayDatabase() {
        return database(PostgresBackend.GATEWAY_DATABASE);
    }

    private Database database(String name) {
        return postgres == null ? outside.database(name) : postgres.database(name);
    }

    /** Returns the service's database, with the superuser. For tests. */
    public Database adminDatabase(ServiceName service) {
        return postgres().admin(service.database());
    }

    /** Returns the simulated gateway's database, with the superuser. For tests. */
    public Database adminGatewayDatabase() {
        return postgres().admin(PostgresBackend.GATEWAY_DATABASE);
    }

    public String bootstrapServers() {
        return kafka == null ? outside.kafka() : kafka.bootstrapServers();
    }

    public String redisUrl() {
        return redis == null ? outside.redis() : redis.url();
    }

    /** Returns the part that was started here. Throws if it is external, as {@link #kafka} and {@link #redis} do. */
    public PostgresBackend postgres() {
        return own(postgres);
    }

    public KafkaBroker kafka() {
        return own(kafka);
    }

    public RedisBackend redis() {
        return own(redis);
    }

    public StackHome home() {
        return home;
    }

    private static <T extends StackPart> T own(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("this backend comes from outside");
        }
        return part;
    }

    /** Stops everything in this home, servers first, and returns when all processes have ended. Idempotent. */
    @Override
    public void close() {
        home.close();
    }
}
