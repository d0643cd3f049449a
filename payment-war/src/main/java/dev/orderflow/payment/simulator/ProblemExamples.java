package dev.orderflow.payment.simulator;

/** The problems of the simulated gateway as the OpenAPI document shows them. */
final class ProblemExamples {

    static final String IN_PRODUCTION = """
            {"type": "/problems/simulator-in-production", "title": "Forbidden", "status": 403,
             "detail": "The simulated gateway does not work in production; set GATEWAY_URL to the real one.",
             "instance": "/api/gateway/charges", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String KEY_REUSED = """
            {"type": "/problems/key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "This key was used for another charge.",
             "instance": "/api/gateway/charges", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    static final String UNKNOWN_CHARGE = """
            {"type": "/problems/unknown-charge", "title": "Not Found", "status": 404,
             "detail": "Nothing was ever charged or voided under key 01a206f8-021f-7798-a2bc-15cc07700889.",
             "instance": "/api/gateway/charges/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
