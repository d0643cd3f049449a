package dev.orderflow.payment.simulator;

/** The problems of the simulated gateway as the OpenAPI document shows them. */
final class ProblemExamples {

    static final String KEY_REUSED = """
            {"type": "/problems/key-reused", "title": "Unprocessable Content", "status": 422,
             "detail": "This key was used for another charge.",
             "instance": "/api/gateway/charges", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private ProblemExamples() {}
}
