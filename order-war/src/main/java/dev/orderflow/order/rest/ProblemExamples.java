package dev.orderflow.order.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
public final class ProblemExamples {

    public static final String IN_FLIGHT = """
            {"type": "/problems/request-in-flight", "title": "Conflict", "status": 409,
             "detail": "A request with this Idempotency-Key is being worked on. Send it again in a second.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_SKU = """
            {"type": "/problems/unknown-sku", "title": "Unprocessable Content", "status": 422,
             "detail": "Not in the catalogue: GHOST-1. GET /api/products lists what is.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String KEY_REUSED = """
            {"type": "/problems/idempotency-key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "The Idempotency-Key was used for another order. Send a new key with a new order.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String QUANTITY_TOO_LARGE = """
            {"type": "/problems/quantity-too-large", "title": "Unprocessable Content", "status": 422,
             "detail": "10001 units of BOOK-001 were asked for; at most 10000 can be ordered at once.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOTAL_TOO_LARGE = """
            {"type": "/problems/total-too-large", "title": "Unprocessable Content", "status": 422,
             "detail": "The total is too large. Order less at once.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_MANY_ORDERS = """
            {"type": "/problems/too-many-orders", "title": "Service Unavailable", "status": 503,
             "detail": "More orders are being placed, or are under way, than can be finished in time. Send the request again after Retry-After, with the same Idempotency-Key.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_LATE = """
            {"type": "/problems/too-late", "title": "Conflict", "status": 409,
             "detail": "The order is CONFIRMED already and cannot be cancelled any more.",
             "instance": "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889/cancel",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_ORDER = """
            {"type": "/problems/unknown-order", "title": "Not Found", "status": 404,
             "detail": "There is no order 01a206f8-021f-7798-a2bc-15cc07700889. Check the id.",
             "instance": "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "Nothing is known under this path. The paths are listed in /openapi/ui.",
             "instance": "/api/orders/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String ANOTHER_VERSION = """
            {"type": "/problems/precondition-failed", "title": "Precondition Failed", "status": 412,
             "detail": "The current version does not meet If-Match or If-None-Match. GET it, check it and send its current ETag.",
             "instance": "/api/products/BOOK-001", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_PRODUCT = """
            {"type": "/problems/unknown-product", "title": "Not Found", "status": 404,
             "detail": "There is no product GHOST-1. GET /api/products lists what is.",
             "instance": "/api/products/GHOST-1", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_MANY_STREAMS = """
            {"type": "/problems/too-many-streams", "title": "Service Unavailable", "status": 503,
             "detail": "This server has as many streams open as it may. Try again in a while.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String STARTING = """
            {"type": "/problems/starting", "title": "Service Unavailable", "status": 503,
             "detail": "This server does not know yet what has happened: it has just started, or adds up a long history. Try again in a second.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
