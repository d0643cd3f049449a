package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiContract;
import dev.orderflow.chassis.harness.openapi.Operation;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OpenApiIT extends OpenApiContract {

    /** Methods that JAX-RS implements automatically. */
    private static final Set<String> IMPLIED = Set.of("HEAD", "OPTIONS");

    @Test
    void the_running_service_allows_what_is_documented_and_nothing_else() {
        Map<String, Set<String>> documented = document.operations().stream()
                .collect(Collectors.groupingBy(
                        Operation::path, TreeMap::new, Collectors.mapping(Operation::method, Collectors.toSet())));
        documented.forEach((path, methods) -> {
            String allowed = given().options(
                            path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Allow");
            Set<String> told = new TreeSet<>(Arrays.asList(allowed.split(", *")));
            told.removeAll(IMPLIED);
            assertThat(told).as(path).isEqualTo(methods);
        });
    }

    @Test
    void every_example_of_a_request_is_accepted() {
        for (Operation operation : document.operations()) {
            operation
                    .requests()
                    .forEach((type, content) -> operation
                            .examples(content)
                            .values()
                            .forEach(example -> assertThat(given().contentType(ContentType.JSON)
                                            .header("Idempotency-Key", UUID.randomUUID())
                                            .body(example.toString())
                                            .request(
                                                    Method.valueOf(operation.method()),
                                                    operation
                                                            .path()
                                                            .replaceAll("\\{[^}]*}", "DOC-" + UUID.randomUUID()))
                                            .statusCode())
                                    .as("%s %s", operation, example)
                                    .isIn(200, 201)));
        }
    }
}
