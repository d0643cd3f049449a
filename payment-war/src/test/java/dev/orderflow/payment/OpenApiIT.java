package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.openapi.OpenApiDocument;
import dev.orderflow.events.openapi.Operation;
import dev.orderflow.events.openapi.ProblemTypes;
import dev.orderflow.events.openapi.ResourceMethods;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OpenApiIT {

    private final OpenApiDocument document =
            OpenApiDocument.of(URI.create(RestAssured.baseURI + ":" + RestAssured.port));

    @Test
    void every_method_of_a_resource_is_documented_and_nothing_else() {
        Set<String> methods = ResourceMethods.in("dev.orderflow.payment", "dev.orderflow.events.messaging.deadletters");
        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(methods);
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
    void every_problem_that_the_code_raises_is_documented_and_no_other() {
        Set<String> raised = ProblemTypes.in(Path.of("src/main/java"));
        raised.addAll(ProblemTypes.in(Path.of("../events/src/main/java")));
        raised.addAll(document.problemTypesOfStatuses());
        assertThat(document.problemTypes()).isEqualTo(raised);
    }

    @Test
    void the_document_can_be_tried_out() {
        given().get("/openapi/ui/").then().statusCode(200).contentType(ContentType.HTML);
    }
}
