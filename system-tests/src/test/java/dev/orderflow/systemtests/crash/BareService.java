package dev.orderflow.systemtests.crash;

import dev.orderflow.chassis.harness.LocalTransaction;
import dev.orderflow.inventory.application.stock.StockLocks;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.outbox.EventRelay;
import dev.orderflow.messaging.outbox.OutboxWriter;
import dev.orderflow.order.application.OrderCache;
import dev.orderflow.payment.domain.Webhook;
import dev.orderflow.payment.domain.WebhookVerifier;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A service's beans and persistence unit on its own schema in a real PostgreSQL, without a server. */
public final class BareService implements AutoCloseable {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    final CrashingDatabase crashes;
    final DatabaseRows rows;
    private final Database admin;
    private final EntityManagerFactory entityManagers;
    private final List<Class<?>> implementations;
    private final Map<String, String> settings;

    private BareService(ServiceName service, List<String> implementations) throws SQLException {
        Database database = TestEnvironment.backends().database(service);
        migrate(database, "messaging", "messaging");
        migrate(database, "migration", service.module());
        this.crashes = new CrashingDatabase(database);
        this.admin = TestEnvironment.backends().adminDatabase(service);
        this.rows = new DatabaseRows(admin);
        this.implementations = Stream.concat(
                        Stream.of(OutboxWriter.class),
                        implementations.stream()
                                .<Class<?>>map(
                                        name -> type("dev.orderflow." + service.label() + ".persistence." + name)))
                .toList();
        this.settings = settings("chassis", "messaging", service.module());
        this.entityManagers = Persistence.createEntityManagerFactory(
                service.label(),
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        crashes.dataSource()));
    }

    public static BareService order() throws SQLException {
        return new BareService(ServiceName.ORDER, List.of("JpaOrders", "JpaProducts", "SqlPlacements"));
    }

    public static BareService inventory() throws SQLException {
        return new BareService(
                ServiceName.INVENTORY,
                List.of("JpaStock", "JpaReservations", "JpaStockMovements", "SqlOrderLowWaterMarks"));
    }

    public static BareService payment() throws SQLException {
        return new BareService(ServiceName.PAYMENT, List.of("JpaPayments", "JpaReconciliations"));
    }

    /** Runs one transaction with its own beans. */
    void transact(Consumer<ServiceBeans> work) {
        entityManagers.runInTransaction(entityManager -> {
            LocalTransaction transaction = new LocalTransaction();
            work.accept(beans(entityManager, transaction));
            transaction.beforeCommit();
        });
    }

    /** Returns whether a transaction waits for another. */
    boolean isWaitingForALock() {
        return admin.number(WAITING) > 0;
    }

    private ServiceBeans beans(EntityManager entityManager, LocalTransaction transaction) {
        return new ServiceBeans(
                List.of(
                        entityManager,
                        silent(Event.class),
                        transaction,
                        silent(StockLocks.class),
                        genuine(Scenario.id(1)),
                        new EventRelay(),
                        silent(EventConsumers.class),
                        new IgnoringCache()),
                implementations,
                settings);
    }

    /** Signatures have their own tests: here, every webhook is genuine. */
    private static WebhookVerifier genuine(UUID order) {
        return (signature, body) -> new Webhook.Genuine(Optional.of(order));
    }

    /** The cache has its own tests: this one stores nothing. */
    private static final class IgnoringCache implements OrderCache {
        @Override
        public Lookup find(UUID id, String form) {
            return new Lookup.Miss();
        }

        @Override
        public boolean offer(UUID id, OrderCache.Rendered order, boolean last) {
            return false;
        }

        @Override
        public boolean invalidate(Map<UUID, Long> versions) {
            return true;
        }
    }

    private static Object silent(Class<?> type) {
        return Proxy.newProxyInstance(
                BareService.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> null);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Database database, String folder, String module) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + resources(module).resolve("db").resolve(folder))
                .table("schema_history_" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static Map<String, String> settings(String... modules) {
        Map<String, String> settings = new HashMap<>();
        Stream.of(modules).forEach(module -> {
            Properties properties = new Properties();
            try (var in =
                    Files.newBufferedReader(resources(module).resolve("META-INF/microprofile-config.properties"))) {
                properties.load(in);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        });
        return settings;
    }

    private static Path resources(String module) {
        return Path.of(System.getProperty("orderflow.root"), module, "src/main/resources");
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        entityManagers.close();
    }
}
