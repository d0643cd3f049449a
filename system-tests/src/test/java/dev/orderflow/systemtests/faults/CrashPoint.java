package dev.orderflow.systemtests.faults;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.systemtests.Byteman;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A point in the code of the services where a server dies as soon as it comes by: between two things that cannot be one. */
enum CrashPoint {
    /** The effects of a batch are in the database, and its transaction is open. */
    HANDLED_AND_NOT_COMMITTED("dev.orderflow.messaging.consumer.BatchTransaction", "handle", "AT EXIT", "TRUE", null),
    /** Kafka does not know that a batch is done. */
    COMMITTED_AND_NOT_ACKNOWLEDGED(
            "dev.orderflow.messaging.consumer.BatchSubscriber", "acknowledge", "AT ENTRY", "TRUE", null),
    /** Events are true; nobody has been told, not even whoever asked for it. */
    COMMITTED_AND_NOT_TOLD(
            "dev.orderflow.chassis.work.TransactionEnd$Collected",
            "afterCompletion",
            "AT ENTRY",
            "$1 == jakarta.transaction.Status.STATUS_COMMITTED",
            null),
    /** Kafka has events that are still in the outbox. */
    PUBLISHED_AND_NOT_DELETED(
            "dev.orderflow.messaging.outbox.OutboxTable", "published", "AT ENTRY", "!$1.isEmpty()", null),
    /** Rows of stock are locked, and the SKU in Redis. */
    LOCKED_AND_NOT_TAKEN(
            "dev.orderflow.inventory.persistence.JpaStock", "lock", "AT EXIT", "TRUE", ServiceName.INVENTORY),
    /** A payment belongs to a worker that has not called the gateway. */
    CLAIMED_AND_NOT_CHARGED(
            "dev.orderflow.payment.application.settlement.CallGateway", "ask", "AT ENTRY", "TRUE", ServiceName.PAYMENT),
    /** The gateway has the money, and the ledger does not know. */
    CHARGED_AND_NOT_BOOKED(
            "dev.orderflow.payment.application.settlement.RecordAnswers",
            "record",
            "AT ENTRY",
            "TRUE",
            ServiceName.PAYMENT);

    /** Longer than any other fault takes to heal, and orders to come again. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String script;
    /** Who has the point; null when all have. */
    private final @Nullable ServiceName owner;

    CrashPoint(String type, String method, String where, String when, @Nullable ServiceName owner) {
        this.script = "RULE %s%nCLASS %s%nMETHOD %s%n%s%nIF %s%nDO killJVM()%nENDRULE%n"
                .formatted(name(), type, method, where, when);
        this.owner = owner;
    }

    /** Each point that the server has. */
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
