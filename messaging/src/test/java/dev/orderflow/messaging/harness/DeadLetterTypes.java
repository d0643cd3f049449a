package dev.orderflow.messaging.harness;

import static dev.orderflow.chassis.harness.openapi.drift.JavaTypes.names;

import dev.orderflow.chassis.harness.openapi.drift.JavaTypes;
import dev.orderflow.messaging.consumer.setaside.SetAsideEvent;
import dev.orderflow.messaging.deadletters.DeadLetter;
import dev.orderflow.messaging.deadletters.DeadLetterStatus;
import dev.orderflow.messaging.deadletters.RedriveResult;
import dev.orderflow.messaging.deadletters.RedriveResults;
import dev.orderflow.messaging.deadletters.rest.RedriveRequest;
import dev.orderflow.messaging.deadletters.rest.SetAsideEvents;
import java.util.Map;
import java.util.Set;

/** The Java types of the schemas that every service has. */
public final class DeadLetterTypes {

    public static final JavaTypes ALL = JavaTypes.CHASSIS.and(new JavaTypes(
            Map.ofEntries(
                    Map.entry("DeadLetterPage", JavaTypes.page(DeadLetter.class)),
                    Map.entry("DeadLetter", DeadLetter.class),
                    Map.entry("DeadLetterStatus", DeadLetterStatus.class),
                    Map.entry("DeadLetterAction", DeadLetter.Action.class),
                    Map.entry("RedriveRequest", RedriveRequest.class),
                    Map.entry("RedriveResult", RedriveResult.class),
                    Map.entry("Outcome", RedriveResult.Outcome.class),
                    Map.entry("PublishedEvent", RedriveResult.PublishedEvent.class),
                    Map.entry("ChangedTable", RedriveResult.ChangedTable.class),
                    Map.entry("RedriveResults", RedriveResults.class),
                    Map.entry("SetAsideEvents", SetAsideEvents.class),
                    Map.entry("SetAsideEvent", SetAsideEvent.class)),
            Map.of(
                    "GET /api/dead-letters query status", names(DeadLetterStatus.class),
                    // These two are text in the database; V2__dead_letters.sql has the values.
                    "DeadLetterAction.action", Set.of("PARK", "DRY_RUN", "REDRIVE", "DISCARD"),
                    "DeadLetterAction.outcome", Set.of("PARKED", "HANDLED", "NO_EFFECT", "FAILED", "DISCARDED"))));

    private DeadLetterTypes() {}
}
