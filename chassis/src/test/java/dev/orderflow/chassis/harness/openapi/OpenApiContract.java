package dev.orderflow.chassis.harness.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the document of every service must be; a service runs it against its own. */
public abstract class OpenApiContract {

    protected final OpenApiDocument document =
            OpenApiDocument.of(URI.create(RestAssured.baseURI + ":" + RestAssured.port));

    private final String resources;

    /** For a service that has its own resources in this package. */
    protected OpenApiContract(String resources) {
        this.resources = resources;
    }

    @Test
    protected void every_method_of_a_resource_is_documented_and_nothing_else() {
        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(
                        ResourceMethods.in(resources, "dev.orderflow.messaging.deadletters")
                                .keySet());
    }

    @Test
    protected void nothing_is_missing_that_a_reader_needs() {
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    protected void every_example_is_of_its_schema() {
        assertThat(document.brokenExamples()).isEmpty();
    }

    @Test
    protected void every_problem_that_the_code_raises_is_documented_and_no_other() {
        Set<String> raised = raised();
        raised.addAll(document.problemTypesOfStatuses());
        assertThat(document.problemTypes()).isEqualTo(raised);
    }

    /** The types of problems that the code of the service raises, in a set of their own. */
    protected Set<String> raised() {
        Set<String> raised = ProblemTypes.in(Path.of("src/main/java"));
        raised.addAll(ProblemTypes.in(Path.of("../chassis/src/main/java")));
        raised.addAll(ProblemTypes.in(Path.of("../messaging/src/main/java")));
        return raised;
    }

    @Test
    protected void the_document_is_the_one_of_the_build() {
        assertThat(document.root()).isEqualTo(OpenApiDocument.ofBuild().root());
    }

    @Test
    protected void the_document_can_be_tried_out() {
        given().get("/openapi/ui/").then().statusCode(200).contentType(ContentType.HTML);
    }
}
