package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.chassis.http.conditional.VersionTag;
import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.messaging.deadletters.DeadLetter;
import dev.orderflow.messaging.deadletters.DeadLetterProblems;
import dev.orderflow.messaging.deadletters.DeadLetters;
import dev.orderflow.messaging.deadletters.Examples;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For operators: one thing that could not be handled, and what to do about it. */
@Path(DeadLetterResource.PATH)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
@APIResponse(
        responseCode = "404",
        description = "The dead letter does not exist",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        examples = {
                            @ExampleObject(name = "unknown-dead-letter", value = Examples.UNKNOWN),
                            @ExampleObject(name = "not-found", value = Examples.NO_ID)
                        }))
public class DeadLetterResource {

    /** Not "redrive", which RESTEasy would take for an id when it says what is allowed there. */
    static final String PATH = "/dead-letters/{id: [0-9a-fA-F-]+}";

    /** The form of a letter's JSON; see {@link VersionTag}. */
    static final String FORM = "v1";

    private static final String ID = "Id of the dead letter";
    private static final String AN_ID = "01a206f8-021f-7798-a2bc-15cc07700889";

    @Inject
    DeadLetters deadLetters;

    @GET
    @Operation(
            operationId = "getDeadLetter",
            summary = "Get a dead letter",
            description = "With its payload (payment tokens masked) and its history. Send its ETag as If-Match"
                    + " with a decision.")
    @APIResponse(
            responseCode = "200",
            description = "The current dead letter",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Identifies this version; send it as If-None-Match or If-Match",
                            schema = @Schema(type = SchemaType.STRING, examples = "\"3.v1.4\"")),
            content =
                    @Content(
                            schema = @Schema(implementation = DeadLetter.class),
                            examples = @ExampleObject(name = "dead-letter", value = Examples.WHOLE_LETTER)))
    @APIResponse(responseCode = "304", description = "The current version matches If-None-Match")
    @APIResponse(
            responseCode = "412",
            description = "The current version does not match If-Match",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "precondition-failed", value = Examples.ANOTHER_VERSION)))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of a version that the client has",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"0.v1.1\"")
    public Response get(
            @PathParam("id") @Parameter(description = ID, example = AN_ID) UUID id, @Context HttpHeaders headers) {
        DeadLetter letter = deadLetters.find(id).orElseThrow(() -> DeadLetterProblems.unknown(id));
        return Preconditions.of(headers)
                .answer(tag(letter), () -> RecordMask.of(letter))
                .build();
    }

    @POST
    @Path("/redrive")
    @Operation(operationId = "redriveDeadLetter", summary = "Redrive a dead letter", description = """
                    Runs the same handler, in this service only, in one transaction with the new status of the dead \
                    letter. The event takes effect once, however many operators redrive it. If it fails again, the \
                    dead letter stays parked with the new cause. A dead letter of the channel outbox is published \
                    again, in its place among the events of its key. A dry run does the same, reports the outcome \
                    and rolls it back.""")
    @APIResponse(
            responseCode = "200",
            description = "It was tried; see outcome",
            content = @Content(schema = @Schema(implementation = RedriveResult.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is no longer parked, another request is changing it, or it was redriven too often",
            headers = @Header(name = "Retry-After", ref = "RetryAfter"),
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "dead-letter-closed", value = Examples.CLOSED),
                                @ExampleObject(name = "dead-letter-busy", value = Examples.BUSY),
                                @ExampleObject(name = "redriven-too-often", value = Examples.TOO_OFTEN)
                            }))
    @APIResponse(
            responseCode = "412",
            description = "It was changed after the version of If-Match",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "precondition-failed", value = Examples.ANOTHER_VERSION)))
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the version on which the decision is based",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"0.v1.1\"")
    public RedriveResult redrive(
            @PathParam("id") @Parameter(description = ID, example = AN_ID) UUID id,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    @Parameter(
                            description = "true to report what would happen, and roll it back",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
                            example = "true")
                    String dryRun,
            @HeaderParam(Operator.HEADER)
                    @Pattern(regexp = Operator.NAME, message = Operator.RULE)
                    @Parameter(description = "The operator, for the history", example = "on-call")
                    @Nullable
                    String operator,
            @Context HttpHeaders headers) {
        return deadLetters.redrive(id, Boolean.parseBoolean(dryRun), operator, isExpectedVersion(headers));
    }

    @DELETE
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Discard a dead letter",
            description = "The event will never be handled; the history keeps the reason.")
    @APIResponse(responseCode = "204", description = "Discarded")
    @APIResponse(
            responseCode = "409",
            description = "It is no longer parked, or another request is changing it",
            headers = @Header(name = "Retry-After", ref = "RetryAfter"),
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "dead-letter-closed", value = Examples.CLOSED),
                                @ExampleObject(name = "dead-letter-busy", value = Examples.BUSY)
                            }))
    @APIResponse(
            responseCode = "412",
            description = "It was changed after the version of If-Match",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "precondition-failed", value = Examples.ANOTHER_VERSION)))
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the version on which the decision is based",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"0.v1.1\"")
    public void discard(
            @PathParam("id") @Parameter(description = ID, example = AN_ID) UUID id,
            @QueryParam("reason")
                    @NotNull(message = "is required: give the reason for discarding it")
                    @Pattern(
                            regexp = TextRules.VISIBLE + "[^\\p{Cntrl}]{1,500}$",
                            message = "must have 1 to 500 characters, at least one of them visible, and no"
                                    + " control characters")
                    @Parameter(description = "The reason, for the history", example = "Sent by a test")
                    String reason,
            @HeaderParam(Operator.HEADER)
                    @Pattern(regexp = Operator.NAME, message = Operator.RULE)
                    @Parameter(description = "The operator, for the history", example = "on-call")
                    @Nullable
                    String operator,
            @Context HttpHeaders headers) {
        deadLetters.discard(id, operator, reason, isExpectedVersion(headers));
    }

    /** A dry run changes the history, which is part of the body, but not the version. */
    private static VersionTag tag(DeadLetter letter) {
        int actions = letter.history() == null ? 0 : letter.history().size();
        return new VersionTag(letter.version(), FORM + "." + actions);
    }

    private static IntPredicate isExpectedVersion(HttpHeaders headers) {
        Preconditions preconditions = Preconditions.of(headers);
        return version -> preconditions.allow((long) version);
    }
}
