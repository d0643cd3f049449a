package dev.orderflow.payment.domain.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the gateway's statement has been read, and who is to read on when. There is one. */
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

    /** Whether the caller is to make a pass; then no other is before the pause has passed without a sign of life. */
    public boolean begin(Instant now, Duration pause) {
        boolean due = !now.isBefore(nextPassAt);
        if (due) {
            nextPassAt = now.plus(pause);
        }
        return due;
    }

    /**
     * A pass goes on, and has read the statement up to there. Never goes back: what commits late is read by the
     * overlap.
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

    /** When the last complete pass began, by the database clock: all that was at rest then has been compared. */
    public @Nullable Instant startedAt() {
        return startedAt;
    }

    /** How long nothing has been compared, the service's whole life at most. */
    public Duration age(Instant now) {
        return Duration.between(startedAt == null ? createdAt : startedAt, now);
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }
}
