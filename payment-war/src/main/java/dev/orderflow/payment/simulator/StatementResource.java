package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the simulated gateway tells its merchant of all charges. */
@Path("/gateway/statement")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = SimulatorInOpenApi.TAG)
@APIResponse(responseCode = "503", ref = "GatewayDown")
public class StatementResource {

    @Inject
    Ledger ledger;

    @Inject
    Switchboard switchboard;

    @GET
    @Operation(
            operationId = "getStatement",
            summary = "List what was captured and refunded",
            description = "The oldest first, in pages. A movement has its place by its time; one that is committed late"
                    + " comes up where its time belongs, so who reads on from an end should begin some minutes"
                    + " before it.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = MovementPage.class)))
    public MovementPage list(@Valid @BeanParam StatementFilter filter) {
        switchboard.requireUp("");
        Movement.Place place = filter.after == null
                ? Movement.Place.before(parse("since", filter.since, Movement::time, Instant.EPOCH))
                : parse("after", filter.after, Movement.Place::decode, Movement.Place.before(Instant.EPOCH));
        return MovementPage.of(ledger.movements(place, filter.limit() + 1), filter.limit());
    }

    private static <T> T parse(String name, @Nullable String text, Function<String, T> parser, T otherwise) {
        try {
            return text == null ? otherwise : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw ProblemException.invalid(
                    name, "must be a time such as 2026-01-31T09:00:00Z, or the next of the page before");
        }
    }
}
