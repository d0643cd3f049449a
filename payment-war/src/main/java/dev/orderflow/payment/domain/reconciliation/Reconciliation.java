package dev.orderflow.payment.domain.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the reconciliation: how far the gateway's statement was read, and when the next pass is due. A single
 * row.
 */
@Entity
@Table(name = "reconciliation")
public class Reconciliation {

    @Id
    @Column(name = "the_only_row")
    private boolean theOnlyRow;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_pass_at")
    private Instant nextPassAt;

    @Column(name = "read_to")
    private Instant readTo;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Reconciliation() {}

    /** Begins a pass if one is due. No other server begins one until this pass has not advanced for the pause. */
    public boolean begin(Instant now, Duration pause) {
        boolean due = !now.isBefore(nextPassAt);
        if (due) {
            nextPassAt = now.plus(pause);
        }
        return due;
    }

    /**
     * Extends the lease of the pass, and records how far the statement was read. Never goes back: the overlap covers
     * late commits.
     */
    public void advance(@Nullable Instant to, Instant now, Duration pause) {
        nextPassAt = now.plus(pause);
        if (to != null && to.isAfter(readTo)) {
            readTo = to;
        }
    }

    public void complete(Instant started, Instant now) {
        startedAt = started;
        completedAt = now;
    }

    /** By the gateway's clock. */
    public Instant readTo() {
        return readTo;
    }

    /**
     * Returns the start of the last complete pass by the database's clock. Every payment that was not in flight then
     * was compared.
     */
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    /** Returns the time since the start of the last complete pass, or since the service was installed. */
    public Duration age(Instant now) {
        return Duration.between(startedAt == null ? createdAt : startedAt, now);
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }
}
