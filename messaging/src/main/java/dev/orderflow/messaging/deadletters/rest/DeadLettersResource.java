package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.messaging.deadletters.DeadLetters;
import dev.orderflow.messaging.deadletters.RedriveResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For operators: all that could not be handled, and trying it again. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Events that this service could not handle: inspect, redrive, discard")
public class DeadLettersResource {

    @Inject
    DeadLetters deadLetters;

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List dead letters",
            description = "Newest first, in pages; follow next or the Link header.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", ref = "NextPage"),
            content = @Content(schema = @Schema(implementation = DeadLetterPage.class)))
    public Response list(@Valid @BeanParam DeadLetterFilter filter, @Context UriInfo uri) {
        return Page.of(
                        deadLetters.list(filter.query()),
                        filter.limit(),
                        letter -> letter.id().toString())
                .answer(uri, "after");
    }

    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redriveDeadLetters",
            summary = "Redrive several dead letters",
            description = "One by one, each in its own transaction, like single redrives.")
    @APIResponse(
            responseCode = "200",
            description = "The outcome of each",
            content = @Content(schema = @Schema(implementation = RedriveResults.class)))
    public RedriveResults redriveAll(
            @NotNull(message = "must not be empty") @Valid RedriveRequest which,
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
                    String operator) {
        List<UUID> ids = which.limit() == null
                ? Objects.requireNonNull(which.ids())
                : deadLetters.redrivable(which.type(), which.channel(), which.limit());
        return deadLetters.redriveAll(ids, Boolean.parseBoolean(dryRun), operator);
    }
}
