package dev.orderflow.chassis.harness.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * A service serves the document of its build, and a page to try it out. {@link
 * dev.orderflow.chassis.harness.openapi.drift.DriftContract} checks the document itself.
 */
public abstract class OpenApiContract {

    protected final OpenApiDocument document =
            OpenApiDocument.of(URI.create(RestAssured.baseURI + ":" + RestAssured.port));

    @Test
    protected void the_document_is_the_one_of_the_build() {
        assertThat(document.root()).isEqualTo(OpenApiDocument.ofBuild().root());
    }

    @Test
    protected void the_document_can_be_tried_out() {
        given().get("/openapi/ui/").then().statusCode(200).contentType(ContentType.HTML);
    }
}
