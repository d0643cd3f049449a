package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.chassis.http.conditional.VersionTag;
import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.messaging.deadletters.DeadLetter;
import dev.orderflow.messaging.deadletters.DeadLetterProblems;
import dev.orderflow.messaging.deadletters.DeadLetters;
import dev.orderflow.messaging.deadletters.RecordMask;
import dev.orderflow.messaging.deadletters.RedriveResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Lets operators inspect, redrive or discard one dead letter. */
// The pattern does not match "redrive", which RESTEasy would take for an id when it determines the allowed methods.
@Path("/dead-letters/{id: [0-9a-fA-F-]+}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

    /** The form of a letter's JSON; see {@link VersionTag}. */
    static final String FORM = "v1";

    @Inject
    DeadLetters deadLetters;

    @GET
    public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        DeadLetter letter = deadLetters.find(id).orElseThrow(() -> DeadLetterProblems.unknown(id));
        return Preconditions.of(headers)
                .answer(tag(letter), () -> RecordMask.of(letter))
                .build();
    }

    @POST
    @Path("/redrive")
    public RedriveResult redrive(
            @PathParam("id") UUID id,
            @QueryParam("dryRun") @DefaultValue("false") @TrueOrFalse String dryRun,
            @HeaderParam(OperatorName.HEADER) @OperatorName @Nullable String operator,
            @Context HttpHeaders headers) {
        return deadLetters.redrive(id, Boolean.parseBoolean(dryRun), operator, isExpectedVersion(headers));
    }

    @DELETE
    public void discard(
            @PathParam("id") UUID id,
            @QueryParam("reason")
                    @NotNull(message = "is required: give the reason for discarding it")
                    @Pattern(
                            regexp = TextRules.VISIBLE + "[^\\p{Cntrl}]{1,500}$",
                            message = "must have 1 to 500 characters, at least one of them visible, and no"
                                    + " control characters")
                    String reason,
            @HeaderParam(OperatorName.HEADER) @OperatorName @Nullable String operator,
            @Context HttpHeaders headers) {
        deadLetters.discard(id, operator, reason, isExpectedVersion(headers));
    }

    /** A dry run changes the history, which is part of the body, but not the version. */
    private static VersionTag tag(DeadLetter letter) {
        int actions = letter.history() == null ? 0 : letter.history().size();
        return new VersionTag(letter.version(), FORM + "." + actions);
    }

    private static IntPredicate isExpectedVersion(HttpHeaders headers) {
        return version -> Preconditions.of(headers).allow((long) version);
    }
}
