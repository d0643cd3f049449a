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
                                Place orders and follow them to CONFIRMED, REJECTED or CANCELLED. Amounts are minor units (cents).

                                Every error is `application/problem+json` (RFC 9457): `type` names the kind of problem, `detail` \
                                says what to do, `errors` lists each broken rule, and `traceId` finds the request in logs and \
                                traces. A body may have 64 KiB. Unknown and repeated query parameters are refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Orders", description = "Placing orders, following and cancelling them"),
            @Tag(name = "Products", description = "The catalogue: what can be ordered, at which price"),
            @Tag(name = "Console", description = "What the page at / has to know")
        },
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "AnotherVersion",
                                    description = "It is another version than the one of If-Match",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "precondition-failed",
                                                                    value = ProblemExamples.ANOTHER_VERSION))),
                            @APIResponse(
                                    name = "NoStream",
                                    description = "This server cannot open one more stream; try again, maybe elsewhere",
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
                                    description = "This server does not know yet what has happened; try again",
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
                                    description =
                                            "The stream. Its events are named order; data is a TimelineEntry. It begins with"
                                                    + " an id without data. Without events, comments keep the connection"
                                                    + " open. The server ends a stream after an hour at the latest; connect"
                                                    + " again with Last-Event-ID to go on",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.SERVER_SENT_EVENTS,
                                                    schema = @Schema(implementation = String.class),
                                                    example = OrderApplication.STREAM)),
                            @APIResponse(
                                    name = "TooManyOrders",
                                    description =
                                            "More orders are being placed, or are under way, than can be finished in time; try again",
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
                                    description = "There is no such order",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "unknown-order",
                                                                value = ProblemExamples.UNKNOWN_ORDER),
                                                        @ExampleObject(
                                                                name = "not-found",
                                                                summary = "What stands for the id is none",
                                                                value = ProblemExamples.NO_ID)
                                                    }))
                        },
                        headers =
                                @Header(
                                        name = "ETag",
                                        description = "Names this version; send it as If-None-Match or If-Match",
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
