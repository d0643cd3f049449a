package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code docs/failure-cases.md} names an existing test. */
class FailureCasesTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/failure-cases.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Map<String, String> SOURCES = Documents.files(Documents.ROOT, ".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""), Documents::read, String::concat));

    static List<String> rows() {
        return Documents.read(PAGE)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| case "))
                .toList();
    }

    static Stream<String> tests() {
        return TEST.matcher(Documents.read(PAGE)).results().map(found -> found.group(1) + "#" + found.group(2));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void a_test_that_is_named_exists(String name) {
        List<String> parts = List.of(name.split("#", 2));

        assertThat(SOURCES).containsKey(parts.getFirst());
        assertThat(SOURCES.get(parts.getFirst())).containsPattern("void " + parts.getLast() + "\\(");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_names_a_test(String row) {
        assertThat(TEST.matcher(row)).matches(Matcher::find);
    }

    @Test
    void there_are_rows() {
        assertThat(rows()).hasSizeGreaterThan(20);
    }
}
