package dev.orderflow.payment.rest;

/** The problems of this service as the OpenAPI document shows them; those that all services share come from events. */
final class ProblemExamples {

    static final String UNKNOWN_PAYMENT = """
            {"type": "/problems/unknown-payment", "title": "Not Found", "status": 404,
             "detail": "No payment is known for order 01a206f8-021f-7798-a2bc-15cc07700889. It appears once the goods are reserved.",
             "instance": "/api/payments/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "Nothing is known under this path. The paths are listed in /openapi/ui.",
             "instance": "/api/payments/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String FORGED = """
            {"type": "/problems/webhook-forged", "title": "Unauthorized", "status": 401,
             "detail": "The header Gateway-Signature is not t=SECONDS,v1=HEX with the HMAC-SHA-256 of SECONDS.BODY.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String STALE = """
            {"type": "/problems/webhook-stale", "title": "Unauthorized", "status": 401,
             "detail": "The webhook was signed too long ago, or in the future. Sign it anew for every attempt to deliver it.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String NOT_CONFIGURED = """
            {"type": "/problems/webhooks-not-configured", "title": "Service Unavailable", "status": 503,
             "detail": "No webhook is accepted until PAYMENT_WEBHOOK_SECRET says how they are signed.",
             "instance": "/api/payments/webhooks", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
