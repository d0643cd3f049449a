package dev.orderflow.inventory.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
public final class ProblemExamples {

    public static final String UNKNOWN_SKU = """
            {"type": "/problems/unknown-sku", "title": "Not Found", "status": 404,
             "detail": "There is no SKU GHOST-1. An adjustment with a positive quantity creates it.",
             "instance": "/api/stock/GHOST-1", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_ORDER = """
            {"type": "/problems/unknown-order", "title": "Not Found", "status": 404,
             "detail": "There is no reservation for the order 01a206f8-021f-7798-a2bc-15cc07700889, or not yet.",
             "instance": "/api/reservations/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "No resource exists at this path. See /openapi/ui for all paths.",
             "instance": "/api/reservations/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String BELOW_RESERVED = """
            {"type": "/problems/below-reserved", "title": "Conflict", "status": 409,
             "detail": "10 units are on hand and 8 of them are reserved; at most 2 can be removed. Cancel \
            orders first.",
             "instance": "/api/stock/BOOK-001/adjustments", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String KEY_REUSED = """
            {"type": "/problems/idempotency-key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "This Idempotency-Key was used for a different adjustment. Use a new key for each adjustment.",
             "instance": "/api/stock/BOOK-001/adjustments", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
