package dev.orderflow.gatewaysimulator;

import static dev.orderflow.gatewaysimulator.TestGateway.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.gatewaysimulator.domain.ChargeScenario;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document is written by hand: it names every path and method that is answered, and no other. */
class DocumentIT {

    private static final Pattern PATH = Pattern.compile("(?m)^  (/\\S*):$");
    private static final Pattern METHOD = Pattern.compile("(?m)^    (get|put|post|delete):");

    private final String document = ask().get("/openapi").asString();

    @Test
    void every_path_that_is_documented_is_answered_by_the_documented_methods_alone() {
        Map<String, Set<String>> documented = paths();
        assertThat(documented).hasSize(11);
        documented.forEach((path, methods) -> {
            Set<String> allowed = new TreeSet<>(Arrays.asList(ask().options(path.replace("{key}", "k"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Allow")
                    .split(", ")));
            allowed.removeAll(Set.of("HEAD", "OPTIONS"));
            assertThat(allowed).as(path).isEqualTo(methods);
        });
    }

    @Test
    void every_scenario_is_documented() {
        assertThat(document)
                .contains(Arrays.stream(ChargeScenario.values()).map(Enum::name).toList());
    }

    private Map<String, Set<String>> paths() {
        String[] sections = document.substring(document.indexOf("paths:"), document.indexOf("components:"))
                .split("\n(?=  /)");
        return Arrays.stream(sections)
                .skip(1)
                .collect(Collectors.toMap(
                        section -> PATH.matcher(section)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1),
                        section -> METHOD.matcher(section)
                                .results()
                                .map(match -> match.group(1).toUpperCase(Locale.ROOT))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }
}
