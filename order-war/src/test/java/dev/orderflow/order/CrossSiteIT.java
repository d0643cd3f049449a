package dev.orderflow.order;

import static dev.orderflow.order.ProblemAnswers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.CrossSiteContract;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class CrossSiteIT extends CrossSiteContract {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    CrossSiteIT() {
        super("");
    }

    @Test
    void a_form_of_another_site_cancels_no_order() throws IOException {
        UUID id = api.place("c-cross-site");
        RawEdgeRequest cancel =
                RawEdgeRequest.of("POST", "/api/orders/" + id + "/cancel").withBody("a=b");
        problem(
                cancel.with("Origin", "https://elsewhere.example")
                        .with("Content-Type", FORM)
                        .send(),
                403);
        problem(cancel.with("Content-Type", FORM).send(), 415);
        assertThat(JsonPath.from(api.get("/api/orders/" + id).body()).getString("reason"))
                .isNull();
        assertThat(api.cancel(id).statusCode()).isEqualTo(202);
    }
}
