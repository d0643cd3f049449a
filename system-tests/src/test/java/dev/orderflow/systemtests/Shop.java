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
 * The whole system as {@code mvn -Plocal} runs it, on free ports, seen as its users see it; and, where a test must know more than
 * a user, over SQL. The one that all test classes share has a {@link NetworkLink} on each way between two of its parts, and Byteman can be
 * attached to its servers.
 */
public record Shop(LocalStack stack, OtlpReceiver telemetry) implements Storefront {

    /** Where the data, logs and server files of the one that is shared lie. */
    public static final Path HOME = TestEnvironment.home("shop");

    private static final Duration REST = Duration.ofMinutes(5);

    private static @Nullable Shop open;
    private static @Nullable NetworkLinks links;

    /** The one that all test classes share; the first call starts it, and it is stopped when the JVM ends. */
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

    /** On a stack of the caller's, whose servers export no telemetry. */
    public static Shop of(LocalStack stack) {
        return new Shop(stack, new OtlpReceiver());
    }

    /** Of the one that all test classes share. */
    public static synchronized NetworkLinks links() {
        open();
        return Objects.requireNonNull(links);
    }

    /** Fails while anything is still going on. */
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
     * Waits until nothing is going on any more, and fails unless all services, the gateway and the cache then agree about every
     * order that was ever placed here. A server that was killed keeps its partitions for 10 s; so long others may have to wait
     * for records that mean nothing to them, which is lag all the same.
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

    /** The number that a query with one row and column answers in the database of a service. */
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
