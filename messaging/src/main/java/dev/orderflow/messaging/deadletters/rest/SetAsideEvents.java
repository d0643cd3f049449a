package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.messaging.consumer.setaside.SetAsideEvent;
import dev.orderflow.messaging.deadletters.Examples;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this server has set aside. */
@Schema(name = "SetAsideEvents", requiredProperties = "items", examples = Examples.SET_ASIDE)
public record SetAsideEvents(
        @Schema(description = "Oldest first in each channel")
        List<SetAsideEvent> items) {}
