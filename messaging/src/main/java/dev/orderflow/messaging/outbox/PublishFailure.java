package dev.orderflow.messaging.outbox;

import dev.orderflow.chassis.failure.Cause;

/** Kafka did not acknowledge; the rows stay in the outbox and are published again. */
final class PublishFailure extends Exception {

    PublishFailure(int unacknowledged, Throwable cause) {
        super(unacknowledged + " records were not acknowledged by Kafka: " + Cause.outermost(cause), cause);
    }
}
