package dev.orderflow.payment.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
final class ProblemExamples {

    static final String UNKNOWN_PAYMENT = """
            {"type": "/problems/unknown-payment", "title": "Not Found", "status": 404,
             "detail": "No payment exists for order 01a206f8-021f-7798-a2bc-15cc07700889. It is created when \
            the stock has been reserved.",
             "instance": "/api/payments/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "No resource exists at this path. See /openapi/ui for all paths.",
             "instance": "/api/payments/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String FORGED = """
            {"type": "/problems/webhook-forged", "title": "Unauthorized", "status": 401,
             "detail": "The header Gateway-Signature does not verify. Send t=SECONDS,v1=HEX with the \
            HMAC-SHA-256 of SECONDS.BODY.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String STALE = """
            {"type": "/problems/webhook-stale", "title": "Unauthorized", "status": 401,
             "detail": "The signature is too old or in the future. Sign each delivery attempt with the current time.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NOT_CONFIGURED = """
            {"type": "/problems/webhooks-not-configured", "title": "Service Unavailable", "status": 503,
             "detail": "Webhooks are not configured. Set PAYMENT_WEBHOOK_SECRET to the gateway's signing secret.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
