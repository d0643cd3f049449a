package dev.orderflow.order.rest.order;

import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_PATTERN;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_REQUIRED;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_RULE;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.REPLAYED;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.placing.OrderGroupCommit;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.rest.OrderApplication;
import dev.orderflow.order.rest.ProblemExamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All orders: placing one, and looking for some. */
@Path("/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrdersResource {

    private static final String LOCATION = OrderApplication.ROOT + "/orders/";

    @Inject
    OrderGroupCommit groupCommit;

    @Inject
    FindOrders findOrders;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "placeOrder", summary = "Place an order", description = """
                    Stores the order as PENDING; it is then processed asynchronously. Prices come from the \
                    catalogue. Lines of the same SKU are merged.

                    Retry with the same Idempotency-Key until you get an answer. A key creates at most one order per \
                    customer; a replay has the status, headers and body of the first answer and `Idempotent- \
                    Replayed: true`. Keys are kept for 24 hours. A refused request does not use up its key.""")
    @APIResponse(
            responseCode = "201",
            description = "Created; see Location",
            headers = {
                @Header(
                        name = "Location",
                        description = "URL of the order",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "uri-reference",
                                        examples = "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889")),
                @Header(name = "ETag", ref = "ETag"),
                @Header(
                        name = REPLAYED,
                        description = "true if an earlier request placed the order",
                        schema = @Schema(type = SchemaType.BOOLEAN, examples = "true"))
            },
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(
            responseCode = "409",
            description = "A request with the same Idempotency-Key is in progress; retry",
            headers = @Header(name = "Retry-After", ref = "RetryAfter"),
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "request-in-flight", value = ProblemExamples.IN_FLIGHT)))
    @APIResponse(
            responseCode = "422",
            description = "A SKU is unknown, a quantity or the total exceeds its maximum, or the Idempotency-Key"
                    + " was used for a different order",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "unknown-sku", value = ProblemExamples.UNKNOWN_SKU),
                                @ExampleObject(name = "quantity-too-large", value = ProblemExamples.QUANTITY_TOO_LARGE),
                                @ExampleObject(name = "total-too-large", value = ProblemExamples.TOTAL_TOO_LARGE),
                                @ExampleObject(name = "idempotency-key-reused", value = ProblemExamples.KEY_REUSED)
                            }))
    @APIResponse(responseCode = "503", ref = "TooManyOrders")
    public Response place(
            @HeaderParam(KEY)
                    @NotNull(message = KEY_REQUIRED + ": a name of your own for this order, such as a UUID")
                    @Pattern(regexp = KEY_PATTERN, message = KEY_RULE)
                    @Parameter(
                            description = "Identifies this order. Send the same key with every retry; quotation"
                                    + " marks around it are ignored",
                            example = "01a206f8-0190-7c11-9a52-0b8a1c1b6d3e")
                    String key,
            @NotNull(message = "must not be empty") @Valid PlaceOrderRequest request) {
        return switch (groupCommit.place(request.toCommand(key))) {
            case Placed(Order order, boolean replayed) -> answer(order, replayed);
            case Refused refused -> throw problem(refused);
        };
    }

    /** The Location is a path: an absolute one would be made of what the caller says our name is. */
    private static Response answer(Order placed, boolean replayed) {
        ResponseBuilder response = Response.status(Status.CREATED)
                .header(HttpHeaders.LOCATION, LOCATION + placed.id())
                .tag(new EntityTag(OrderRepresentation.tag(placed.version()).toString()))
                .entity(OrderRepresentation.of(placed));
        return (replayed ? response.header(REPLAYED, true) : response).build();
    }

    private static ProblemException problem(Refused refused) {
        var problem = new ProblemException(
                switch (refused.reason()) {
                    case UNKNOWN_SKU, QUANTITY_TOO_LARGE, TOTAL_TOO_LARGE, IDEMPOTENCY_KEY_REUSED ->
                        ProblemException.UNPROCESSABLE_CONTENT;
                    case REQUEST_IN_FLIGHT -> Status.CONFLICT;
                    case TOO_MANY_ORDERS -> Status.SERVICE_UNAVAILABLE;
                },
                refused.reason().code(),
                refused.detail());
        return refused.retryAfterSeconds() == 0 ? problem : problem.retryAfter(refused.retryAfterSeconds());
    }

    @GET
    @Operation(
            operationId = "listOrders",
            summary = "List orders",
            description = "Newest first, in pages; follow next or the Link header. New orders do not shift the"
                    + " pages. Lines are omitted; get an order for its lines.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", ref = "NextPage"),
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response list(@Valid @BeanParam OrderFilter filter, @Context UriInfo uri) {
        Page<Order> page = Page.of(findOrders.list(filter.query()), filter.limit(), Cursors::encode);
        return page.answer(OrderPage.of(page), uri, "after");
    }
}
