package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.messaging.deadletters.DeadLetter;
import dev.orderflow.messaging.deadletters.Examples;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A {@link dev.orderflow.chassis.http.paging.Page} of dead letters, for the document, which knows no type parameters.
 */
@Schema(
        name = "DeadLetterPage",
        requiredProperties = "items",
        examples = "{\"items\": [" + Examples.LETTER + "], \"next\": \"01a206f8-021f-7798-a2bc-15cc07700889\"}")
public record DeadLetterPage(
        @Schema(description = "Without payload, headers and history")
        List<DeadLetter> items,

        @Schema(description = "Value of after for the next page; absent on the last page") @Nullable
        String next) {}
