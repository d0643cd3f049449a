package dev.orderflow.systemtests.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table in {@code docs/failure-cases.md} names the safeguards that {@link SabotageIT} removes, and the check that
 * detects each.
 */
class SabotageTableTest {

    private static final Pattern PLACE = Pattern.compile("CLASS (\\S+)\\RMETHOD (\\w+)");

    /** Byteman does not complain about a rule for a method that was renamed. */
    @ParameterizedTest
    @EnumSource
    void a_rule_changes_a_method_that_exists(Sabotage sabotage) throws ClassNotFoundException {
        List<MatchResult> places = PLACE.matcher(sabotage.script).results().toList();
        assertThat(places).isNotEmpty();
        for (MatchResult place : places) {
            assertThat(Class.forName(place.group(1)).getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(place.group(2));
        }
    }

    @Test
    void every_protection_stands_there_with_who_misses_it_and_no_other() throws IOException {
        List<String> expected = Stream.concat(
                        Arrays.stream(Sabotage.values())
                                .map(taken ->
                                        "| without: %s | found by %s |".formatted(taken.words(), taken.watch.words())),
                        Arrays.stream(DatabaseConstraint.values())
                                .map(dropped -> "| without: %s | found by the statement that it forbids |"
                                        .formatted(dropped.words())))
                .toList();

        List<String> rows;
        try (Stream<String> lines =
                Files.lines(Path.of(System.getProperty("orderflow.root"), "docs/failure-cases.md"))) {
            rows = lines.filter(line -> line.startsWith("| without: "))
                    .map(line -> line.substring(0, line.indexOf(" `")))
                    .toList();
        }
        assertThat(rows).containsExactlyElementsOf(expected);
    }
}
