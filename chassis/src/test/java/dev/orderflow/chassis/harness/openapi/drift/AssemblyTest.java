package dev.orderflow.chassis.harness.openapi.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build puts a document together from fragments. */
class AssemblyTest {

    private static final String OWN = """
            openapi: 3.1.0
            tags: [{name: Things}]
            paths:
              /things:
                get: {responses: {'200': {description: All}, '503': {description: Our own}}}
                post: {requestBody: {required: true}, responses: {'201': {description: Made}}}
            components:
              schemas: {Thing: {type: object}}
            """;

    private static final String SHARED = """
            x-shared-responses:
              everyOperation: {'500': {$ref: Failed}, '503': {$ref: Away}}
              everyChange: {'403': {$ref: Foreign}}
              everyBody: {'400': {$ref: Body}}
              noBody: {'400': {$ref: Query}}
            components:
              schemas: {Problem: {type: object}}
              responses: {Failed: {description: Failed}}
            """;

    @TempDir
    Path root;

    @BeforeEach
    void fragments() throws IOException {
        write("service/src/main/openapi/openapi.yaml", OWN);
        write("chassis/src/main/openapi/shared.yaml", SHARED);
        deadLetters("paths: {/letters: {get: {responses: {'200': {description: All}}}}}\ntags: [{name: Letters}]");
    }

    @Test
    void fragments_become_one_document() throws IOException {
        OpenApiDocument document = assemble();

        assertThat(document.root().keySet()).containsExactlyInAnyOrder("openapi", "tags", "paths", "components");
        assertThat(document.root().getJsonArray("tags")).hasSize(2);
        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactly("GET /things", "POST /things", "GET /letters");
        assertThat(document.schemas()).containsOnlyKeys("Thing", "Problem");
        assertThat(document.root().getValue("/components/responses")).hasToString("""
                {"Failed":{"description":"Failed"}}""");
    }

    @Test
    void an_operation_gets_the_shared_responses_that_it_does_not_document_itself() throws IOException {
        OpenApiDocument document = assemble();

        assertThat(document.root().getValue("/paths/~1things/get/responses")).hasToString("""
                {"200":{"description":"All"},"400":{"$ref":"Query"},"500":{"$ref":"Failed"},"503":{"description":"Our own"}}""");
        assertThat(document.root().getValue("/paths/~1things/post/responses")).hasToString("""
                {"201":{"description":"Made"},"400":{"$ref":"Body"},"403":{"$ref":"Foreign"},"500":{"$ref":"Failed"},\
                "503":{"$ref":"Away"}}""");
    }

    @Test
    void an_operation_of_any_method_gets_the_shared_responses() throws IOException {
        deadLetters(
                "paths: {/letters: {parameters: [], summary: Letters, options: {responses: {}}, trace: {responses: {}}}}");
        OpenApiDocument document = assemble();

        for (String method : List.of("options", "trace")) {
            assertThat(document.root().getValue("/paths/~1letters/" + method + "/responses"))
                    .hasToString("""
                    {"400":{"$ref":"Query"},"500":{"$ref":"Failed"},"503":{"$ref":"Away"}}""");
        }
    }

    @Test
    void what_two_fragments_define_breaks_the_build() throws IOException {
        deadLetters("paths: {/things: {delete: {responses: {}}}}");
        assertThatThrownBy(this::assemble).hasMessageContaining("/paths//things");

        deadLetters("components: {schemas: {Thing: {type: string}}}");
        assertThatThrownBy(this::assemble).hasMessageContaining("/components/schemas/Thing");

        deadLetters("openapi: 3.0.0");
        assertThatThrownBy(this::assemble).hasMessageContaining("/openapi");
    }

    private void deadLetters(String yaml) throws IOException {
        write("messaging/src/main/openapi/dead-letters.yaml", yaml);
    }

    private void write(String file, String yaml) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml);
    }

    private OpenApiDocument assemble() throws IOException {
        Path classes = root.resolve("service/target/classes");
        var binding = new Binding();
        binding.setVariable(
                "project",
                Map.of(
                        "basedir", root.resolve("service").toFile(),
                        "build", Map.of("outputDirectory", classes.toString())));
        new GroovyShell(binding).evaluate(new File("../liberty-config/openapi.groovy"));
        return OpenApiDocument.of(Files.readString(classes.resolve("META-INF/openapi.yaml")));
    }
}
