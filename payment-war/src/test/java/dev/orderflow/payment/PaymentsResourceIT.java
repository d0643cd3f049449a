package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class PaymentsResourceIT {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void an_unknown_order_is_a_problem() {
        given().get("/api/payments/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/unknown-payment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/payments/not-a-uuid", "/api/payments", "/api/nowhere"})
    void a_path_that_leads_nowhere_is_a_problem(String path) {
        given().get(path).then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void payments_cannot_be_written() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/payments/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .contentType(PROBLEM);
    }
}
