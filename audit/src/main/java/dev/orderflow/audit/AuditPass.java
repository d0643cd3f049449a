package dev.orderflow.audit;

import dev.orderflow.audit.checks.CacheCheck;
import dev.orderflow.audit.checks.InventoryChecks;
import dev.orderflow.audit.checks.OrderChecks;
import dev.orderflow.audit.checks.PaymentChecks;
import dev.orderflow.audit.checks.SqlCheck;
import dev.orderflow.audit.checks.TopicConsumption;
import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Fingerprints;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sagas.SagaReader;
import dev.orderflow.audit.sagas.SagaRules;
import dev.orderflow.audit.sagas.SagaState;
import dev.orderflow.audit.sources.AuditTarget;
import dev.orderflow.audit.sources.DatabaseSnapshot;
import dev.orderflow.audit.sources.DatabaseSnapshots;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass over all data. */
final class AuditPass {

    private static final int PAGE = 1_000;

    private static final String WAITING = "select record_key from outbox where record_key is not null";

    private static final String OUTBOX = """
            select topic, format('%s record(s) wait in the outbox of the ' || ? || ' service', count(*)), max(seq)
            from outbox group by topic""";

    private static final String PARKED = """
            select event_id, format('parked from %s/%s/%s: %s', topic, kafka_partition, kafka_offset, cause), id
            from dead_letter where status = 'PARKED'""";

    private final AuditTarget target;
    private final boolean atRest;
    private final Fingerprints waiting = new Fingerprints();
    private @Nullable TopicConsumption consumption;
    private long orders;
    private long underWay;

    AuditPass(AuditTarget target, boolean atRest) {
        this.target = target;
        this.atRest = atRest;
    }

    void run(Consumer<Finding> findings) {
        try (DatabaseSnapshots databases = DatabaseSnapshots.of(target)) {
            for (DatabaseSnapshot database : all(databases)) {
                database.forEach(WAITING, row -> row.getString(1), key -> waiting.add(Fingerprints.of(key)));
            }
            // After the snapshots: every event that they contain was published by now, or is in one of their outboxes.
            if (target.kafka() != null) {
                consumption = TopicConsumption.of(target.kafka());
            }
            SqlCheck.runAll(OrderChecks.all(target.limits(), atRest), databases.orders(), findings);
            SqlCheck.runAll(InventoryChecks.ALL, databases.inventory(), findings);
            SqlCheck.runAll(PaymentChecks.OF_PAYMENTS, databases.payments(), findings);
            if (databases.gateway() != null) {
                SqlCheck.runAll(PaymentChecks.OF_THE_GATEWAY, databases.gateway(), findings);
            }
            answered(databases.orders(), findings);
            SagaReader.forEach(databases, saga -> judge(saga, findings));
            messages(databases, findings);
        }
        if (target.redis() != null) {
            CacheCheck.compare(target.redis(), target, atRest, findings);
        }
    }

    private void judge(SagaState saga, Consumer<Finding> findings) {
        orders += saga.order() == null ? 0 : 1;
        underWay += saga.isUnderWay() ? 1 : 0;
        SagaRules.judge(
                saga,
                atRest,
                (invariant, text) ->
                        findings.accept(new Finding(invariant, saga.id().toString(), text, saga.state(), false)));
    }

    private void messages(DatabaseSnapshots databases, Consumer<Finding> findings) {
        long parked = all(databases).stream()
                .mapToLong(database -> database.number("select count(*) from dead_letter where status = 'PARKED'"))
                .sum();
        if (parked != target.deadLetters()) {
            findings.accept(new Finding(
                    Invariant.I8,
                    "dead letters",
                    "%d are parked where %d are expected".formatted(parked, target.deadLetters()),
                    Long.toString(parked),
                    true));
            all(databases).forEach(database -> SqlCheck.of(Invariant.I8, PARKED).run(database, findings));
        }
        if (atRest) {
            SqlCheck.of(Invariant.I8, OUTBOX, "order").run(databases.orders(), findings);
            SqlCheck.of(Invariant.I8, OUTBOX, "inventory").run(databases.inventory(), findings);
            SqlCheck.of(Invariant.I8, OUTBOX, "payment").run(databases.payments(), findings);
            if (consumption != null) {
                consumption.lag(findings);
            }
        }
    }

    private void answered(DatabaseSnapshot orders, Consumer<Finding> findings) {
        try (Stream<UUID> ids = target.answered().get()) {
            var all = ids.iterator();
            while (all.hasNext()) {
                UUID[] page = new UUID[PAGE];
                int size = 0;
                while (size < PAGE && all.hasNext()) {
                    page[size++] = all.next();
                }
                orders.forEach(
                        "select id from unnest(?) as answered (id) where not exists (select from orders o"
                                + " where o.id = answered.id)",
                        row -> new Finding(
                                Invariant.I4, row.getString(1), "it was answered, but does not exist", "", true),
                        findings,
                        orders.array("uuid", Arrays.copyOf(page, size)));
            }
        }
    }

    private static List<DatabaseSnapshot> all(DatabaseSnapshots databases) {
        return List.of(databases.orders(), databases.inventory(), databases.payments());
    }

    /** Returns whether an event of the order may have been in flight at the time of this pass. */
    boolean hasWaiting(String orderId) {
        return waiting.isFull() || waiting.contains(Fingerprints.of(orderId));
    }

    /** Returns whether everything that was in Kafka at the earlier pass has been consumed. */
    boolean isPast(AuditPass earlier) {
        return consumption == null || earlier.consumption == null || consumption.isPast(earlier.consumption);
    }

    long orders() {
        return orders;
    }

    /** Returns the number of orders that are not final in every service. */
    long underWay() {
        return underWay;
    }
}
