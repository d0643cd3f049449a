package dev.orderflow.audit;

import dev.orderflow.audit.findings.Fingerprints;
import dev.orderflow.audit.sources.AuditFailure;
import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Holds what the three services, the gateway, Kafka and the cache say against each other. Only reads.
 *
 * <p>Each database is read in one snapshot, but the three snapshots are not of one moment, and between the services
 * there are always events on their way. So what only two services together can tell is looked at twice, with a pause in
 * between, and counts when it is there both times, no row of it has moved, and nothing about it can have been on its
 * way: neither in an outbox nor, at the first look, in Kafka. At rest (nobody sends requests any more) nothing may be
 * on its way, and whatever is found counts; a second look is taken only if the first finds something, because offsets
 * are committed with a delay.
 *
 * <p>Memory does not depend on the number of orders (64 MB of heap are enough for any); time grows with it.
 */
public final class Audit {

    /** Between the two looks, unless another is asked for. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final AuditTarget target;
    private final Duration pause;

    private Audit(AuditTarget target, Duration pause) {
        this.target = target;
        this.pause = pause;
    }

    public static Audit of(AuditTarget target) {
        return new Audit(target, PAUSE);
    }

    /** With another pause between the two looks. It should be longer than an event usually takes to have its effect. */
    public Audit withPause(Duration other) {
        return new Audit(target, other);
    }

    /**
     * Evaluates all invariants.
     *
     * @param atRest whether nothing is going on any more: then whatever is unfinished is wrong
     * @throws Unusable when something cannot be read
     */
    public AuditReport run(boolean atRest) {
        long begin = System.nanoTime();
        AuditReport report = new AuditReport(target, atRest);
        Fingerprints suspects = new Fingerprints();
        AuditPass first = new AuditPass(target, atRest);
        first.run(finding -> {
            if (finding.exact() && !atRest) {
                report.add(finding);
            } else {
                suspects.add(finding.fingerprint());
            }
        });
        AuditPass last = suspects.isEmpty() ? first : secondLook(first, suspects, report, atRest);
        report.close(last, Duration.ofNanos(System.nanoTime() - begin));
        return report;
    }

    private AuditPass secondLook(AuditPass first, Fingerprints suspects, AuditReport report, boolean atRest) {
        rest();
        AuditPass second = new AuditPass(target, atRest);
        second.run(finding -> {
            if (atRest) {
                report.add(finding);
            } else if (suspects.contains(finding.fingerprint())) {
                if (isSettled(first, second, finding.subject())) {
                    report.add(finding);
                } else {
                    report.addUndecided();
                }
            } else if (suspects.isFull() && !finding.exact()) {
                report.addUndecided();
            }
        });
        return second;
    }

    /** Whether nothing about it can have been on its way since the first look. */
    private static boolean isSettled(AuditPass first, AuditPass second, String subject) {
        return second.isPast(first) && !first.hasWaiting(subject) && !second.hasWaiting(subject);
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailure("The audit was interrupted.", e);
        }
    }
}
