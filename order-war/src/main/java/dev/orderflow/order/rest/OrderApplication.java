package dev.orderflow.order.rest;

import dev.orderflow.events.problem.Problem;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Everything lies under /api. Here stand the problems that more than one operation answers with. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info = @Info(title = "Orderflow: orders", version = "1", description = """
                                Place orders and follow them to CONFIRMED, REJECTED or CANCELLED. Amounts are minor units (cents).

                                Every error is `application/problem+json` (RFC 9457): `type` names the kind of problem, `detail` \
                                says what to do, `errors` lists each broken rule, and `traceId` finds the request in logs and \
                                traces. A body may have 64 KiB."""),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "The request cannot be read or breaks a rule; errors tells which",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.BAD_REQUEST)),
                            @APIResponse(
                                    name = "UnknownOrder",
                                    description = "There is no such order",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.UNKNOWN_ORDER)),
                            @APIResponse(
                                    name = "BadLastEventId",
                                    description = "Last-Event-ID is not the id of an event of a stream",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.BAD_LAST_EVENT_ID)),
                            @APIResponse(
                                    name = "TooManyStreams",
                                    description =
                                            "This server has no room for one more stream; try again, maybe elsewhere",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "In how many seconds",
                                                    schema = @Schema(examples = "10")),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.TOO_MANY_STREAMS)),
                            @APIResponse(
                                    name = "NotAcceptable",
                                    description = "The Accept header excludes what this operation answers with",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.NOT_ACCEPTABLE)),
                            @APIResponse(
                                    name = "ContentTooLarge",
                                    description = "The body has more than 64 KiB",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.CONTENT_TOO_LARGE)),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "The body is not application/json",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.UNSUPPORTED_MEDIA_TYPE)),
                            @APIResponse(
                                    name = "Failed",
                                    description =
                                            "Something failed here; nothing was changed. Send the same request again",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    example = OrderApplication.FAILED))
                        },
                        headers =
                                @Header(
                                        name = "ETag",
                                        description = "Names this version; send it as If-None-Match or If-Match",
                                        schema =
                                                @Schema(
                                                        type =
                                                                org.eclipse.microprofile.openapi.annotations.enums
                                                                        .SchemaType.STRING,
                                                        examples = "\"3\""))))
public class OrderApplication extends Application {

    static final String BAD_REQUEST = """
            {"type": "/problems/invalid-request", "title": "Bad Request", "status": 400,
             "detail": "The request breaks 1 rule(s); see errors.", "instance": "/api/orders",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
             "errors": [{"field": "lines[0].quantity", "message": "must be at least 1"}]}""";

    static final String UNKNOWN_ORDER = """
            {"type": "/problems/unknown-order", "title": "Not Found", "status": 404,
             "detail": "There is no order 01a206f8-021f-7798-a2bc-15cc07700889. Check the id.",
             "instance": "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String BAD_LAST_EVENT_ID = """
            {"type": "/problems/invalid-request", "title": "Bad Request", "status": 400,
             "detail": "The header Last-Event-ID must be the id of an event of a stream, such as 1042.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
             "errors": [{"field": "Last-Event-ID", "message": "must be the id of an event of a stream, such as 1042"}]}""";

    static final String TOO_MANY_STREAMS = """
            {"type": "/problems/too-many-streams", "title": "Service Unavailable", "status": 503,
             "detail": "This server has as many streams open as it may. Try again in a while.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NOT_ACCEPTABLE = """
            {"type": "/problems/not-acceptable", "title": "Not Acceptable", "status": 406,
             "detail": "The Accept header excludes what this operation answers with; see /openapi/ui.", "instance": "/api/orders",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String CONTENT_TOO_LARGE = """
            {"type": "/problems/content-too-large", "title": "Content Too Large", "status": 413,
             "detail": "A body may have 65536 bytes. Send less at once.", "instance": "/api/orders",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String UNSUPPORTED_MEDIA_TYPE = """
            {"type": "/problems/unsupported-media-type", "title": "Unsupported Media Type", "status": 415,
             "detail": "Send the body as Content-Type: application/json.", "instance": "/api/orders",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String FAILED = """
            {"type": "/problems/internal-error", "title": "Internal Server Error", "status": 500,
             "detail": "The request failed and was rolled back. Try again later.", "instance": "/api/orders",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";
}
