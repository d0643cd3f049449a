package dev.orderflow.chassis.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import org.junit.jupiter.api.Test;

class SourceProblemsTest {

    @Test
    void the_document_shows_the_details_as_they_are_answered() {
        assertThat(documented("UnknownHost", "unknown-host")).isEqualTo(SourceProblems.HOST);
        assertThat(documented("ForeignOrigin", "foreign-origin")).isEqualTo(SourceProblems.ORIGIN);
    }

    private static String documented(String response, String example) {
        return OpenApiDocument.ofChassis()
                .root()
                .getValue("/components/responses/%s/content/application~1problem+json/examples/%s/value"
                        .formatted(response, example))
                .asJsonObject()
                .getString("detail");
    }
}
