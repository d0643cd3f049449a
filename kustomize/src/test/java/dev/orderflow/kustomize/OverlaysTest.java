package dev.orderflow.kustomize;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.rules.OverlayRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every deployed overlay complies with every rule. */
class OverlaysTest {

    /** Development and production, and production with the components that it does not include itself. */
    private static final List<Path> OVERLAYS = List.of(
            Overlay.DEV,
            Overlay.test("dev-migrated-by-jobs"),
            Overlay.PROD,
            Overlay.test("operators"),
            Overlay.test("autoscaling-on-lag"),
            Overlay.test("telemetry"));

    private static final Pattern COMPONENT = Pattern.compile("/components/([a-z-]+)\\s");

    @TestFactory
    Stream<DynamicNode> each_overlay_keeps_to_every_rule() {
        return OVERLAYS.stream().map(overlay -> {
            Manifests manifests = Kustomize.render(overlay);
            return dynamicContainer(
                    Kustomize.FOLDER.relativize(overlay).toString(),
                    Stream.of(OverlayRule.values())
                            .filter(rule -> !isForDevelopment(overlay) || !rule.isForProductionOnly())
                            .map(rule -> dynamicTest(
                                    rule.name(),
                                    () -> assertThat(rule.violations(manifests)).isEmpty())));
        });
    }

    private static boolean isForDevelopment(Path overlay) {
        return overlay.getFileName().toString().startsWith("dev");
    }

    @Test
    void no_component_is_left_out_of_the_overlays_that_are_tested() throws IOException {
        Set<String> tested = OVERLAYS.stream()
                .map(overlay -> read(overlay.resolve("kustomization.yaml")))
                .flatMap(text -> COMPONENT.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> components = Files.list(Kustomize.FOLDER.resolve("components"))) {
            assertThat(components.map(folder -> folder.getFileName().toString()).filter(not(tested::contains)))
                    .isEmpty();
        }
    }

    @Test
    void each_component_says_what_it_is_and_needs() throws IOException {
        try (Stream<Path> components = Files.list(Kustomize.FOLDER.resolve("components"))) {
            assertThat(components)
                    .allSatisfy(folder -> assertThat(read(folder.resolve("README.md")))
                            .startsWith("# " + folder.getFileName() + "\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
