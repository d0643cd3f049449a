package dev.orderflow.systemtests.faults;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.systemtests.Byteman;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A point in the services' code at which a server crashes: between two actions that cannot be atomic. */
enum CrashPoint {
    /** The effects of a batch are written, but not committed. */
    HANDLED_AND_NOT_COMMITTED("dev.orderflow.messaging.consumer.BatchTransaction", "handle", "AT EXIT", "TRUE", null),
    /** A batch is committed, but its offsets are not. */
    COMMITTED_AND_NOT_ACKNOWLEDGED(
            "dev.orderflow.messaging.consumer.BatchSubscriber", "acknowledge", "AT ENTRY", "TRUE", null),
    /** A transaction is committed, but neither its events nor its response are sent. */
    COMMITTED_AND_NOT_TOLD(
            "dev.orderflow.chassis.work.TransactionEnd$CollectedItems",
            "afterCompletion",
            "AT ENTRY",
            "$1 == jakarta.transaction.Status.STATUS_COMMITTED",
            null),
    /** Events are published, but still in the outbox. */
    PUBLISHED_AND_NOT_DELETED(
            "dev.orderflow.messaging.outbox.OutboxTable", "published", "AT ENTRY", "!$1.isEmpty()", null),
    /** Rows of stock and the SKU in Redis are locked. */
    LOCKED_AND_NOT_TAKEN(
            "dev.orderflow.inventory.persistence.JpaStock", "lock", "AT EXIT", "TRUE", ServiceName.INVENTORY),
    /** A payment is claimed, but the gateway was not called. */
    CLAIMED_AND_NOT_CHARGED(
            "dev.orderflow.payment.application.settlement.CallGateway", "ask", "AT ENTRY", "TRUE", ServiceName.PAYMENT),
    /** The gateway has charged, but the ledger has no entry. */
    CHARGED_AND_NOT_BOOKED(
            "dev.orderflow.payment.application.settlement.RecordAnswers",
            "record",
            "AT ENTRY",
            "TRUE",
            ServiceName.PAYMENT);

    /** Longer than any other fault lasts, plus the time until new orders arrive. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String script;
    /** The service that has this point; null if all have it. */
    private final @Nullable ServiceName owner;

    CrashPoint(String type, String method, String where, String when, @Nullable ServiceName owner) {
        this.script = "RULE %s%nCLASS %s%nMETHOD %s%n%s%nIF %s%nDO killJVM()%nENDRULE%n"
                .formatted(name(), type, method, where, when);
        this.owner = owner;
    }

    /** Returns each point of the server. */
    static Stream<InjectedFault> of(LibertyServer server) {
        return Stream.of(values())
                .filter(point -> point.owner == null || point.owner == server.service())
                .map(point -> new InjectedFault(
                        "kill %s at %s".formatted(server.name(), point.words()),
                        server,
                        () -> point.arm(server),
                        () -> restart(server)));
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void arm(LibertyServer server) {
        try {
            Byteman.inLiberty(server.pid()).add(name(), script);
        } catch (Exception e) {
            throw new IllegalStateException("No rule in " + server.name(), e);
        }
    }

    private static void restart(LibertyServer server) {
        Awaitility.await("its death").atMost(LIMIT).until(() -> !server.isRunning());
        server.start();
    }
}
