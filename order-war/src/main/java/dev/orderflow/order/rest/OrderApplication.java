package dev.orderflow.order.rest;

import dev.orderflow.chassis.http.Problem;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything lies under /api. */
@ApplicationPath(OrderApplication.ROOT)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderflow: orders",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
                                Place orders and follow them to CONFIRMED, REJECTED or CANCELLED. Amounts are in \
                                minor units (cents).

                                Every error is `application/problem+json` (RFC 9457). `type` identifies the type of \
                                problem, `detail` says what to do, `errors` has an entry per invalid input, and \
                                `traceId` identifies the request in logs and traces. The maximum size of a body is \
                                64 KiB. Unknown and repeated query parameters are refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Orders", description = "Place, follow and cancel orders"),
            @Tag(name = "Products", description = "The catalogue: products and prices"),
            @Tag(name = "Console", description = "Settings of the console")
        },
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "AnotherVersion",
                                    description = "The current version does not match If-Match",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "precondition-failed",
                                                                    value = ProblemExamples.ANOTHER_VERSION))),
                            @APIResponse(
                                    name = "NoStream",
                                    description = "This server has reached its maximum number of open"
                                            + " streams; retry later",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "too-many-streams",
                                                                value = ProblemExamples.TOO_MANY_STREAMS),
                                                        @ExampleObject(
                                                                name = "starting",
                                                                value = ProblemExamples.STARTING)
                                                    })),
                            @APIResponse(
                                    name = "Starting",
                                    description = "This server is still loading the order history; retry",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "starting",
                                                                    value = ProblemExamples.STARTING))),
                            @APIResponse(
                                    name = "Stream",
                                    description = "Events are named order; their data is a TimelineEntry. The first"
                                            + " has an id and no data. Comments keep an idle"
                                            + " connection open. The server ends a stream after at"
                                            + " most an hour; reconnect with Last-Event-ID to continue",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.SERVER_SENT_EVENTS,
                                                    schema = @Schema(implementation = String.class),
                                                    example = OrderApplication.STREAM)),
                            @APIResponse(
                                    name = "TooManyOrders",
                                    description = "Too many orders are in progress to complete this one in time;"
                                            + " retry later",
                                    headers = @Header(name = "Retry-After", ref = "RetryAfter"),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "too-many-orders",
                                                                    value = ProblemExamples.TOO_MANY_ORDERS))),
                            @APIResponse(
                                    name = "UnknownOrder",
                                    description = "The order does not exist",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "unknown-order",
                                                                value = ProblemExamples.UNKNOWN_ORDER),
                                                        @ExampleObject(
                                                                name = "not-found",
                                                                summary = "The id is not a UUID",
                                                                value = ProblemExamples.NO_ID)
                                                    }))
                        },
                        headers =
                                @Header(
                                        name = "ETag",
                                        description = "Identifies this version; send it as If-None-Match or If-Match",
                                        schema = @Schema(type = SchemaType.STRING, examples = "\"3.v1\""))))
public class OrderApplication extends Application {

    public static final String ROOT = "/api";

    static final String STREAM = """
            id: 1042
            event: order
            data: {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "at": "2026-11-23T05:54:06.453961Z", "from": null, \
            "status": "PENDING", "cause": "PLACED", "eventId": null, \
            "publishedEventId": "01a206f8-0236-7e41-8f0e-3a5c2b1d4e6f", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}

            """;
}
