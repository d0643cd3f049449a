package dev.orderflow.messaging.deadletters;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Why nothing is done to a dead letter, and what to do about it. */
public final class Refusals {

    private static final int RETRY_AFTER_SECONDS = 1;

    private Refusals() {}

    public static ProblemException unknown(UUID id) {
        return new ProblemException(
                Status.NOT_FOUND,
                "unknown-dead-letter",
                "There is no dead letter " + id + ", or not any more. GET /api/dead-letters lists those that are.");
    }

    public static ProblemException notSetAside(UUID eventId) {
        return new ProblemException(
                Status.NOT_FOUND,
                "not-set-aside",
                "The event " + eventId + " is not set aside at this server. GET /api/set-aside lists those that are;"
                        + " another server of this service may hold it.");
    }

    static ProblemException busy(UUID id) {
        return new ProblemException(
                        Status.CONFLICT,
                        "dead-letter-busy",
                        "Somebody else is at the dead letter " + id + " right now. Look at it again in a second.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    static ProblemException closed(DeadLetter letter) {
        return new ProblemException(
                Status.CONFLICT,
                "dead-letter-closed",
                "The dead letter %s is %s already; its history tells by whom.".formatted(letter.id(), letter.status()));
    }

    static ProblemException redrivenTooOften(DeadLetter letter) {
        return new ProblemException(
                Status.CONFLICT,
                "redriven-too-often",
                ("The dead letter %s was redriven %d times in vain. Mend the cause and raise"
                                + " orderflow.dead-letters.max-redrives, or discard it.")
                        .formatted(letter.id(), letter.redrives()));
    }
}
