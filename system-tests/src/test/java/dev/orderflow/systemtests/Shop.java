package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.audit.Audit;
import dev.orderflow.audit.AuditReport;
import dev.orderflow.audit.sources.AuditTarget;
import dev.orderflow.chassis.harness.otlp.OtlpReceiver;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.launcher.LocalStack;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as {@code mvn -Plocal} runs it, on free ports, accessed as its users do, and over SQL where a test
 * needs more. The shared instance has a {@link NetworkLink} on each connection between two parts, and accepts Byteman
 * in its servers.
 */
public record Shop(LocalStack stack, OtlpReceiver telemetry) implements Storefront {

    /** The data, logs and server files of the shared instance. */
    public static final Path HOME = TestEnvironment.home("shop");

    private static final Duration REST = Duration.ofMinutes(5);

    private static @Nullable Shop open;
    private static @Nullable NetworkLinks links;

    /** Returns the instance that all test classes share. The first call starts it, and the end of the JVM stops it. */
    public static synchronized Shop open() {
        if (open == null) {
            StackOptions options = StackOptions.forTests(HOME);
            links = NetworkLinks.to(options.ports());
            var telemetry = new OtlpReceiver();
            Map<String, String> servers = new TreeMap<>(telemetry.environment());
            servers.putAll(links.environment());
            servers.put("JDK_JAVA_OPTIONS", Byteman.LIBERTY);
            servers.put("LOG_FORMAT", "json");
            servers.put("LOG_LEVEL", "fine");
            var stack = LocalStack.start(options.withPorts(
                            options.ports().withKafkaAdvertised(links.kafka().port()))
                    .withServers(servers));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close-shop"));
            open = new Shop(stack, telemetry);
        }
        return open;
    }

    /** Runs on the caller's stack, whose servers export no telemetry. */
    public static Shop of(LocalStack stack) {
        return new Shop(stack, new OtlpReceiver());
    }

    /** Returns the links of the shared instance. */
    public static synchronized NetworkLinks links() {
        open();
        return Objects.requireNonNull(links);
    }

    /** Throws unless the system is idle. */
    public void requireRest() {
        assertThat(number(ServiceName.ORDER, "select count(*) from orders where status in ('PENDING', 'RESERVED')"))
                .as("orders that have not ended")
                .isZero();
        assertThat(number(ServiceName.INVENTORY, "select count(*) from reservation where status = 'HELD'"))
                .as("reservations that are still held")
                .isZero();
        assertThat(
                        number(
                                ServiceName.PAYMENT,
                                "select count(*) from payment where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')"))
                .as("payments that are not settled")
                .isZero();
        for (ServiceName service : ServiceName.values()) {
            assertThat(number(service, "select count(*) from outbox"))
                    .as("outbox rows of %s", service)
                    .isZero();
            assertThat(number(service, "select count(*) from dead_letter where status = 'PARKED'"))
                    .as("dead letters of %s", service)
                    .isZero();
        }
    }

    /**
     * Waits until the system is idle, and throws unless all services, the gateway and the cache agree about every
     * order. A killed server keeps its partitions for 10 s, so records that others ignore may count as lag until then.
     */
    public AuditReport requireSound() {
        await().atMost(REST).pollInterval(Duration.ofMillis(500)).untilAsserted(this::requireRest);
        Audit audit = Audit.of(AuditTarget.of(stack.backends().environment()));
        AtomicReference<AuditReport> report = new AtomicReference<>();
        await().atMost(REST).untilAsserted(() -> {
            report.set(audit.run(true));
            assertThat(report.get().isClean()).as(report.toString()).isTrue();
        });
        return report.get();
    }

    /** Returns the number that a query with one row and column selects from the database of a service. */
    public long number(ServiceName service, String sql) {
        return stack.backends().database(service).number(sql);
    }

    @Override
    public String url(ServiceName service, String path) {
        return stack.server(service).baseUri() + path;
    }

    @Override
    public String gatewayUrl(String path) {
        return stack.gateway().baseUri() + path;
    }
}
