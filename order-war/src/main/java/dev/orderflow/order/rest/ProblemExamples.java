package dev.orderflow.order.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
public final class ProblemExamples {

    public static final String IN_FLIGHT = """
            {"type": "/problems/request-in-flight", "title": "Conflict", "status": 409,
             "detail": "A request with this Idempotency-Key is in progress. Retry in a second.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_SKU = """
            {"type": "/problems/unknown-sku", "title": "Unprocessable Content", "status": 422,
             "detail": "Not in the catalogue: GHOST-1. See GET /api/products for all products.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String KEY_REUSED = """
            {"type": "/problems/idempotency-key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "This Idempotency-Key was used for a different order. Use a new key for each order.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String QUANTITY_TOO_LARGE = """
            {"type": "/problems/quantity-too-large", "title": "Unprocessable Content", "status": 422,
             "detail": "10001 units of BOOK-001 were asked for; at most 10000 can be ordered at once.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOTAL_TOO_LARGE = """
            {"type": "/problems/total-too-large", "title": "Unprocessable Content", "status": 422,
             "detail": "The order total exceeds the maximum. Split the order.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_MANY_ORDERS = """
            {"type": "/problems/too-many-orders", "title": "Service Unavailable", "status": 503,
             "detail": "Too many orders are in progress to complete this one in time. Retry after Retry-After \
            seconds, with the same Idempotency-Key.",
             "instance": "/api/orders", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_LATE = """
            {"type": "/problems/too-late", "title": "Conflict", "status": 409,
             "detail": "The order is already CONFIRMED and can no longer be cancelled.",
             "instance": "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889/cancel",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_ORDER = """
            {"type": "/problems/unknown-order", "title": "Not Found", "status": 404,
             "detail": "There is no order 01a206f8-021f-7798-a2bc-15cc07700889. Check the id.",
             "instance": "/api/orders/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "No resource exists at this path. See /openapi/ui for all paths.",
             "instance": "/api/orders/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String ANOTHER_VERSION = """
            {"type": "/problems/precondition-failed", "title": "Precondition Failed", "status": 412,
             "detail": "The current version does not match If-Match or If-None-Match. GET the resource and send \
            its current ETag.",
             "instance": "/api/products/BOOK-001", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_PRODUCT = """
            {"type": "/problems/unknown-product", "title": "Not Found", "status": 404,
             "detail": "There is no product GHOST-1. See GET /api/products for all products.",
             "instance": "/api/products/GHOST-1", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_MANY_STREAMS = """
            {"type": "/problems/too-many-streams", "title": "Service Unavailable", "status": 503,
             "detail": "This server has reached its maximum number of open streams. Retry later.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String STARTING = """
            {"type": "/problems/starting", "title": "Service Unavailable", "status": 503,
             "detail": "This server is still loading the order history. Retry in a second.",
             "instance": "/api/orders/stream", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
