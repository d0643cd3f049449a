package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.openapi.OpenApiDocument;
import dev.orderflow.events.openapi.Operation;
import dev.orderflow.events.openapi.ProblemTypes;
import dev.orderflow.events.openapi.ResourceMethods;
import dev.orderflow.order.domain.OrderException;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.net.URI;
import java.nio.file.Path;
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
class OpenApiIT {

    /** What JAX-RS answers by itself. */
    private static final Set<String> IMPLIED = Set.of("HEAD", "OPTIONS");

    private final OpenApiDocument document =
            OpenApiDocument.of(URI.create(RestAssured.baseURI + ":" + RestAssured.port));

    @Test
    void every_method_of_a_resource_is_documented_and_nothing_else() {
        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(
                        ResourceMethods.in("dev.orderflow.order.rest", "dev.orderflow.events.messaging.deadletters"));
    }

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
    void nothing_is_missing_that_a_reader_needs() {
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void every_example_is_of_its_schema() {
        assertThat(document.brokenExamples()).isEmpty();
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

    @Test
    void every_problem_that_the_code_raises_is_documented_and_no_other() {
        Set<String> raised = ProblemTypes.in(Path.of("src/main/java"));
        raised.addAll(ProblemTypes.in(Path.of("../events/src/main/java")));
        for (OrderException.Kind kind : OrderException.Kind.values()) {
            raised.add("/problems/" + kind.code());
        }
        raised.addAll(document.problemTypesOfStatuses());
        assertThat(document.problemTypes()).isEqualTo(raised);
    }

    @Test
    void the_document_can_be_tried_out() {
        given().get("/openapi/ui/").then().statusCode(200).contentType(ContentType.HTML);
    }
}
