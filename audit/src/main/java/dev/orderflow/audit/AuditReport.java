package dev.orderflow.audit;

import dev.orderflow.audit.findings.Finding;
import dev.orderflow.audit.findings.Invariant;
import dev.orderflow.audit.sources.AuditTarget;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The result of an audit. */
public final class AuditReport {

    private static final int EXAMPLES = 20;

    private final boolean atRest;
    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private final Map<Invariant, List<Finding>> examples = new EnumMap<>(Invariant.class);
    private final List<String> notChecked = new ArrayList<>();
    private long undecided;
    private long orders;
    private long underWay;
    private Duration time = Duration.ZERO;

    AuditReport(AuditTarget target, boolean atRest) {
        this.atRest = atRest;
        if (target.kafka() == null) {
            notChecked.add("I8: lag, because KAFKA_BOOTSTRAP_SERVERS is not set");
        }
        if (target.redis() == null) {
            notChecked.add("I9, because REDIS_URL is not set");
        }
        if (target.gateway() == null) {
            notChecked.add("I3: the gateway's own ledger");
        }
    }

    void add(Finding finding) {
        counts.merge(finding.invariant(), 1L, Long::sum);
        List<Finding> some = examples.computeIfAbsent(finding.invariant(), any -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add(finding);
        }
    }

    void addUndecided() {
        undecided++;
    }

    void close(AuditPass last, Duration took) {
        orders = last.orders();
        underWay = last.underWay();
        time = took;
    }

    /** Returns whether every invariant holds. */
    public boolean isClean() {
        return counts.isEmpty();
    }

    /** Returns the broken invariants. */
    public Set<Invariant> broken() {
        Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
        broken.addAll(counts.keySet());
        return broken;
    }

    /** Returns up to twenty findings about an invariant. */
    public List<Finding> examples(Invariant invariant) {
        return List.copyOf(examples.getOrDefault(invariant, List.of()));
    }

    /** Returns the number of orders. */
    public long orders() {
        return orders;
    }

    /** Returns the number of orders that are not final in every service. */
    public long underWay() {
        return underWay;
    }

    /** Returns the number of findings with events in flight. Always 0 at rest. */
    public long undecided() {
        return undecided;
    }

    /** Returns the report as text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%d orders, %d of them in flight, audited %s in %.1f s%n"
                .formatted(orders, underWay, atRest ? "at rest" : "live", time.toMillis() / 1e3));
        for (Invariant invariant : Invariant.values()) {
            long count = counts.getOrDefault(invariant, 0L);
            text.append("%s %-8s %s%n".formatted(invariant, count == 0 ? "holds" : "BROKEN", invariant.sentence()));
            examples(invariant).forEach(finding -> text.append("     %s%n".formatted(finding)));
            if (count > EXAMPLES) {
                text.append("     and %d more%n".formatted(count - EXAMPLES));
            }
        }
        if (undecided > 0) {
            text.append("%d finding(s) are undecided: events about them were in flight%n".formatted(undecided));
        }
        notChecked.forEach(what -> text.append("not checked: %s%n".formatted(what)));
        return text.append(isClean() ? "Every invariant holds." : "Broken: " + broken())
                .toString();
    }

    /** Returns the report as JSON. */
    public JsonObject toJson() {
        var invariants = Json.createArrayBuilder();
        for (Invariant invariant : Invariant.values()) {
            var some = Json.createArrayBuilder();
            examples(invariant)
                    .forEach(finding -> some.add(Json.createObjectBuilder()
                            .add("subject", finding.subject())
                            .add("text", finding.text())));
            invariants.add(Json.createObjectBuilder()
                    .add("id", invariant.name())
                    .add("sentence", invariant.sentence())
                    .add("findings", counts.getOrDefault(invariant, 0L))
                    .add("examples", some));
        }
        return Json.createObjectBuilder()
                .add("clean", isClean())
                .add("mode", atRest ? "at rest" : "live")
                .add("orders", orders)
                .add("underWay", underWay)
                .add("undecided", undecided)
                .add("durationMs", time.toMillis())
                .add("notChecked", Json.createArrayBuilder(notChecked))
                .add("invariants", invariants)
                .build();
    }
}
