package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.messaging.consumer.EventRedelivery;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.outbox.OutboxWriter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Changes one dead letter in one transaction that holds its lock. Concurrent changes by other operators are rejected.
 */
@ApplicationScoped
class RedriveTransaction {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    DeadLetterTable table;

    @Inject
    EventRedelivery redelivery;

    @Inject
    OutboxWriter outbox;

    @Inject
    TransactionEffects effects;

    /** Tables where a handler records every event, even one without effect. */
    @Inject
    @ConfigProperty(name = "orderflow.dead-letters.history-tables")
    Optional<List<String>> histories;

    @Inject
    @ConfigProperty(name = "orderflow.dead-letters.max-redrives")
    int maxRedrives;

    /**
     * Handles the event, or sends it again, and marks the letter as redriven in the same transaction. A dry run rolls
     * everything back.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public RedriveResult redrive(UUID id, boolean dryRun, @Nullable String operator, IntPredicate isExpectedVersion) {
        DeadLetter letter = parked(id, isExpectedVersion);
        if (letter.redrives() >= maxRedrives) {
            throw DeadLetterProblems.redrivenTooOften(letter);
        }
        TransactionEffects.Snapshot before = effects.snapshot();
        deliver(letter);
        RedriveResult result =
                RedriveResult.handled(id, dryRun, effects.events(), before.changes(), histories.orElse(List.of()));
        if (dryRun) {
            transaction.setRollbackOnly();
        } else {
            table.redriven(id, operator, result.outcome());
        }
        return result;
    }

    private void deliver(DeadLetter letter) {
        if (!letter.isOutgoing()) {
            redelivery.deliver(letter.channel(), message(letter));
        } else if (letter.headers() == null) {
            throw new PermanentFailure("The headers are no JSON object of strings", null);
        } else {
            outbox.sendAgain(letter.id());
        }
    }

    /** Counts a failed redrive and stores its cause. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(UUID id, @Nullable String operator, String cause) {
        if (!table.failed(id, operator, cause)) {
            // Another operator was faster, or the commit succeeded but its confirmation was lost.
            throw table.find(id).map(DeadLetterProblems::closed).orElseGet(() -> DeadLetterProblems.unknown(id));
        }
    }

    /** Records the outcome of a dry run in the history. */
    @Transactional(TxType.REQUIRES_NEW)
    public void rehearsed(@Nullable String operator, RedriveResult result) {
        table.dryRun(operator, result);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void discard(UUID id, @Nullable String operator, String reason, IntPredicate isExpectedVersion) {
        parked(id, isExpectedVersion);
        table.discarded(id, operator, reason);
    }

    /** Locks a letter that is still parked, in the version that the operator expects. */
    private DeadLetter parked(UUID id, IntPredicate isExpectedVersion) {
        DeadLetter letter = table.lock(id)
                .orElseThrow(() ->
                        table.find(id).isPresent() ? DeadLetterProblems.busy(id) : DeadLetterProblems.unknown(id));
        if (letter.status() != DeadLetterStatus.PARKED) {
            throw DeadLetterProblems.closed(letter);
        }
        if (!isExpectedVersion.test(letter.version())) {
            throw Preconditions.failed();
        }
        return letter;
    }

    private static IncomingRecord message(DeadLetter letter) {
        return new IncomingRecord(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.payload(),
                Objects.requireNonNullElse(letter.headers(), Map.of()));
    }
}
