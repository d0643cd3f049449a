package dev.orderflow.audit;

import dev.orderflow.audit.findings.Fingerprints;
import dev.orderflow.audit.sources.AuditFailure;
import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Checks the invariants across the three services, the gateway, Kafka and the cache. Read-only.
 *
 * <p>Each database is read in one snapshot, but the snapshots are not of the same moment, and events are always in
 * flight between the services. Therefore, a finding that involves two services is checked twice, with a pause. It
 * counts if it is there both times, its rows have not changed, and no event about it was in flight: neither in an
 * outbox nor, at the first pass, in Kafka. At rest (no more requests), nothing may be in flight and every finding
 * counts. A second pass then runs only if the first finds something, because offsets are committed with a delay.
 *
 * <p>Memory does not depend on the number of orders (64 MB of heap suffice); time is proportional to it.
 */
public final class Audit {

    /** The default pause between the two passes. */
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

    /**
     * Returns an audit with another pause between the two passes. It should be longer than an event usually takes to be
     * handled.
     */
    public Audit withPause(Duration other) {
        return new Audit(target, other);
    }

    /**
     * Checks all invariants.
     *
     * @param atRest whether the system is idle: then anything unfinished breaks an invariant
     * @throws AuditFailure if something cannot be read
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
        AuditPass last = suspects.isEmpty() ? first : secondPass(first, suspects, report, atRest);
        report.close(last, Duration.ofNanos(System.nanoTime() - begin));
        return report;
    }

    private AuditPass secondPass(AuditPass first, Fingerprints suspects, AuditReport report, boolean atRest) {
        pause();
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

    /** Returns whether no event about it can have been in flight since the first pass. */
    private static boolean isSettled(AuditPass first, AuditPass second, String subject) {
        return second.isPast(first) && !first.hasWaiting(subject) && !second.hasWaiting(subject);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailure("The audit was interrupted.", e);
        }
    }
}
