package dev.orderflow.localstack.parts;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.model.Container;
import dev.orderflow.localstack.backends.BackendKind;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tests have their backends in containers. */
class ContainersIT {
    @TempDir
    private Path home;

    @BeforeEach
    void only_where_there_are_containers() {
        assumeTrue(StackOptions.forTests(home).kind() == BackendKind.CONTAINERS, "backends are embedded here");
    }

    @Test
    void the_next_start_removes_what_a_killed_run_left_and_its_own_end_removes_the_rest() throws Exception {
        Process killed = KilledStack.start(home, BackendKind.CONTAINERS);
        await().atMost(3, MINUTES).until(() -> Files.exists(home.resolve("ready")));
        List<String> left = ofHome();
        killed.destroyForcibly().waitFor();
        assertThat(left).hasSize(3);

        try (Backends next = Backends.start(StackOptions.forTests(home, BackendKind.CONTAINERS))) {
            assertThat(next.redis().isRunning()).isTrue();
            assertThat(ofHome()).hasSize(3).doesNotContainAnyElementsOf(left);
        }
        assertThat(ofHome()).isEmpty();
    }

    private List<String> ofHome() {
        return DockerEngine.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(BackendContainer.HOME, home.toString()))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }
}
