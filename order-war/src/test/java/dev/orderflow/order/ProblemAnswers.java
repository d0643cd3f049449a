package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.RawAnswer;
import io.restassured.path.json.JsonPath;

/** Checks what all problem details have in common, whatever sends them. */
final class ProblemAnswers {

    private ProblemAnswers() {}

    static JsonPath problem(RawAnswer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text()).doesNotContain("Exception", "java.", "org.", "com.ibm", "<");
        JsonPath problem = JsonPath.from(answer.text());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("/problems/");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        return problem;
    }
}
