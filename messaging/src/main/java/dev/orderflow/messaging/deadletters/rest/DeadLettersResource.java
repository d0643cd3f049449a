package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.messaging.deadletters.DeadLetters;
import dev.orderflow.messaging.deadletters.RedriveResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jspecify.annotations.Nullable;

/** Lets operators list dead letters and redrive several of them. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    @Inject
    DeadLetters deadLetters;

    @GET
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
    public RedriveResults redriveAll(
            @NotNull(message = "must not be empty") @Valid RedriveRequest which,
            @QueryParam("dryRun") @DefaultValue("false") @TrueOrFalse String dryRun,
            @HeaderParam(OperatorName.HEADER) @OperatorName @Nullable String operator) {
        List<UUID> ids = which.limit() == null
                ? Objects.requireNonNull(which.ids())
                : deadLetters.redrivable(which.type(), which.channel(), which.limit());
        return deadLetters.redriveAll(ids, Boolean.parseBoolean(dryRun), operator);
    }
}
