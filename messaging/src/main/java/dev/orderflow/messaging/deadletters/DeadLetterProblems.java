package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Problems that reject an operation on a dead letter. */
public final class DeadLetterProblems {

    private static final int RETRY_AFTER_SECONDS = 1;

    private DeadLetterProblems() {}

    public static ProblemException unknown(UUID id) {
        return new ProblemException(
                Status.NOT_FOUND,
                "unknown-dead-letter",
                "There is no dead letter " + id + ", or it was deleted. See GET /api/dead-letters for all"
                        + " dead letters.");
    }

    public static ProblemException notSetAside(UUID eventId) {
        return new ProblemException(
                Status.NOT_FOUND,
                "not-set-aside",
                "The event " + eventId + " is not set aside on this server. See GET /api/set-aside, on each"
                        + " server of this service.");
    }

    static ProblemException busy(UUID id) {
        return new ProblemException(
                        Status.CONFLICT,
                        "dead-letter-busy",
                        "Another request is changing the dead letter " + id + ". Retry in a second.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    static ProblemException closed(DeadLetter letter) {
        return new ProblemException(
                Status.CONFLICT,
                "dead-letter-closed",
                "The dead letter %s is already %s; see its history.".formatted(letter.id(), letter.status()));
    }

    static ProblemException redrivenTooOften(DeadLetter letter) {
        return new ProblemException(
                Status.CONFLICT,
                "redriven-too-often",
                ("The dead letter %s was redriven %d times without success. Fix the cause and raise"
                                + " orderflow.dead-letters.max-redrives, or discard it.")
                        .formatted(letter.id(), letter.redrives()));
    }
}
