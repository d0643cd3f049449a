package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.work.TableRetention;
import dev.orderflow.messaging.deadletters.RedriveResult.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The dead letters of this service, and the operations on them. The history records every operation. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class.getName());

    @Inject
    DeadLetterTable table;

    @Inject
    RedriveTransaction transaction;

    @Inject
    @ConfigProperty(name = "orderflow.dead-letters.max-redrives")
    int maxRedrives;

    @Inject
    @ConfigProperty(name = "orderflow.dead-letters.retention-s")
    long retentionSeconds;

    /** Deletes closed letters only; a parked letter is kept until an operator decides. */
    @Produces
    TableRetention retention() {
        return new TableRetention("dead_letter", "closed_at", Duration.ofSeconds(retentionSeconds));
    }

    /** Without payload, headers and history; newest first. */
    @Transactional
    public List<DeadLetter> list(DeadLetterQuery query) {
        return table.list(query);
    }

    @Transactional
    public Optional<DeadLetter> find(UUID id) {
        return table.find(id);
    }

    /** Ids of parked letters that may be redriven: those with the fewest redrives first, then the oldest. */
    @Transactional
    public List<UUID> redrivable(@Nullable String type, @Nullable String channel, int limit) {
        return table.redrivable(maxRedrives, type, channel, limit);
    }

    /**
     * Runs the handler of this service again, in one transaction with the letter's new status. An event that could not
     * be sent returns to the outbox instead. A dry run is rolled back. If it fails, the letter stays parked with the
     * new cause.
     *
     * @param isExpectedVersion whether the operator's decision is based on a version of the letter
     * @throws ProblemException if it is not tried
     */
    public RedriveResult redrive(UUID id, boolean dryRun, @Nullable String operator, IntPredicate isExpectedVersion) {
        RedriveResult result = attempt(id, dryRun, operator, isExpectedVersion);
        if (dryRun) {
            transaction.rehearsed(operator, result);
        } else if (result.cause() != null) {
            transaction.failed(id, operator, result.cause());
        }
        LOG.log(Level.INFO, "Dead letter {0}: {1} by {2}: {3}", new Object[] {
            id, dryRun ? "dry run" : "redrive", operator, result.outcome()
        });
        return result;
    }

    private RedriveResult attempt(UUID id, boolean dryRun, @Nullable String operator, IntPredicate isExpectedVersion) {
        try {
            return transaction.redrive(id, dryRun, operator, isExpectedVersion);
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            // Every exception of the handler is an outcome. It is rolled back and reported.
            return RedriveResult.without(id, dryRun, Outcome.FAILED, FailureSummary.of(failure));
        }
    }

    /** Redrives letters one by one, each in its own transaction. */
    public RedriveResults redriveAll(List<UUID> ids, boolean dryRun, @Nullable String operator) {
        return RedriveResults.of(ids.stream()
                .distinct()
                .map(id -> redriveIfPossible(id, dryRun, operator))
                .toList());
    }

    private RedriveResult redriveIfPossible(UUID id, boolean dryRun, @Nullable String operator) {
        try {
            return redrive(id, dryRun, operator, version -> true);
        } catch (ProblemException refusal) {
            return RedriveResult.without(id, dryRun, Outcome.REFUSED, refusal.detail());
        }
    }

    /** Closes a letter whose event will never be handled. */
    public void discard(UUID id, @Nullable String operator, String reason, IntPredicate isExpectedVersion) {
        transaction.discard(id, operator, reason, isExpectedVersion);
        LOG.log(Level.INFO, "Dead letter {0}: discarded by {1}", new Object[] {id, operator});
    }
}
