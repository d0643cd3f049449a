package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceFileReader;
import net.sourceforge.plantuml.code.TranscoderUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every image in {@code docs/diagrams} is drawn from its source; {@code -Ddiagrams=draw} redraws them. An image
 * contains its source, so the test detects an outdated one without comparing fonts.
 */
class DiagramsTest {

    private static final Path FOLDER = Documents.ROOT.resolve("docs/diagrams");
    private static final Pattern SOURCE = Pattern.compile("<\\?plantuml-src ([^?]+)\\?>");
    private static final boolean DRAW = "draw".equals(System.getProperty("diagrams"));

    static Stream<Path> sources() {
        return Documents.files(FOLDER, ".puml").stream().map(FOLDER::relativize);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_picture_is_that_of_its_source(Path name) throws IOException {
        Path source = FOLDER.resolve(name);
        Path picture = FOLDER.resolve(name.toString().replace(".puml", ".svg"));
        if (DRAW) {
            try (OutputStream out = Files.newOutputStream(picture)) {
                new SourceFileReader(false, source.toFile())
                        .getBlocks()
                        .getFirst()
                        .getDiagram()
                        .exportDiagram(out, 0, new FileFormatOption(FileFormat.SVG));
            }
        }

        Matcher carried = SOURCE.matcher(Documents.read(picture));

        assertThat(carried.find()).as("a source within %s", picture).isTrue();
        assertThat(TranscoderUtil.getDefaultTranscoder().decode(carried.group(1)))
                .as("what %s was drawn from; -Ddiagrams=draw draws it anew", picture)
                .isEqualToIgnoringWhitespace(Documents.read(source));
    }

    @Test
    void there_is_no_picture_without_a_source() {
        List<String> pictures = names(".svg");

        assertThat(pictures).isNotEmpty().containsExactlyElementsOf(names(".puml"));
    }

    private static List<String> names(String ending) {
        return Documents.files(FOLDER, ending).stream()
                .map(file -> file.getFileName().toString().replace(ending, ""))
                .toList();
    }
}
