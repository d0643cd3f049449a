package dev.orderflow.inventory.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
public final class ProblemExamples {

    public static final String UNKNOWN_SKU = """
            {"type": "/problems/unknown-sku", "title": "Not Found", "status": 404,
             "detail": "Nothing is known of the SKU GHOST-1. A first adjustment with a positive quantity makes it known.",
             "instance": "/api/stock/GHOST-1", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN_ORDER = """
            {"type": "/problems/unknown-order", "title": "Not Found", "status": 404,
             "detail": "Nothing is known of the order 01a206f8-021f-7798-a2bc-15cc07700889, or nothing yet.",
             "instance": "/api/reservations/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "Nothing is known under this path. The paths are listed in /openapi/ui.",
             "instance": "/api/reservations/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String BELOW_RESERVED = """
            {"type": "/problems/below-reserved", "title": "Conflict", "status": 409,
             "detail": "Of the 10 units on hand 8 are reserved: at most 2 can go. Cancel orders first.",
             "instance": "/api/stock/BOOK-001/adjustments", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String KEY_REUSED = """
            {"type": "/problems/idempotency-key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "The Idempotency-Key was used for another adjustment. Send a new key with a new request.",
             "instance": "/api/stock/BOOK-001/adjustments", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
