package dev.orderflow.gatewaysimulator;

import static io.restassured.RestAssured.given;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The gateway as a process, with a database of its own, and what the tests ask it. One for all tests of a JVM. */
final class TestGateway {

    static final String CONSOLE = "http://localhost:1";
    static final String SECRET = "whsec_test";
    static final String CHARGES = "/api/gateway/charges";
    static final String SWITCHES = "/api/gateway/switches";
    static final String STATEMENT = "/api/gateway/statement";
    static final String PROBLEM = "application/problem+json";

    private static final Backends BACKENDS = TestEnvironment.backends();
    private static final WebhookReceiver MERCHANT = WebhookReceiver.listen();
    private static final GatewaySimulator GATEWAY = start();

    private TestGateway() {}

    private static GatewaySimulator start() {
        GatewaySimulator gateway = GatewaySimulator.of(
                BACKENDS,
                StackPorts.free(),
                Map.of(
                        "CONSOLE_ORIGIN", CONSOLE,
                        "ORDERFLOW_HTTP_HOSTS", "gateway.test",
                        "SIMULATOR_SLOW_MS", "300",
                        "SIMULATOR_HOLD_MS", "1500",
                        "SIMULATOR_WEBHOOK_LATE_MS", "500",
                        "SIMULATOR_WEBHOOK_URL", MERCHANT.url(),
                        "PAYMENT_WEBHOOK_SECRET", SECRET));
        gateway.start();
        return gateway;
    }

    static GatewaySimulator process() {
        return GATEWAY;
    }

    static Backends backends() {
        return BACKENDS;
    }

    static WebhookReceiver merchant() {
        return MERCHANT;
    }

    static Database database() {
        return BACKENDS.gatewayDatabase();
    }

    static RequestSpecification ask() {
        return given().baseUri(GATEWAY.baseUri().toString()).urlEncodingEnabled(false);
    }

    /** A change without a body: left alone, the client would call it a form. */
    static RequestSpecification askWithoutBody() {
        return ask().contentType("application/json");
    }

    static RequestSpecification askInJson(String body) {
        return ask().contentType("application/json").body(body);
    }

    static ValidatableResponse charge(Object key, long amount, String token) {
        return charge(key, """
                {"orderId": "%s", "amount": %d, "currency": "EUR", "token": "%s"}""".formatted(key, amount, token));
    }

    static ValidatableResponse charge(Object key, String body) {
        return askInJson(body).header("Idempotency-Key", key).post(CHARGES).then();
    }

    static ValidatableResponse turn(String body) {
        return askInJson(body).put(SWITCHES).then();
    }

    static void reset() {
        ask().delete(SWITCHES).then().statusCode(204);
    }

    /** What the gateway took for an order and did not give back. */
    static long kept(UUID orderId) {
        return database()
                .number(
                        "select coalesce(sum(case kind when 'CAPTURE' then m.amount else -m.amount end), 0)"
                                + " from movement m join charge using (key) where order_id = ?",
                        orderId.toString());
    }
}
