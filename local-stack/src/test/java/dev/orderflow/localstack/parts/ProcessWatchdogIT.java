package dev.orderflow.localstack.parts;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.backends.BackendKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM that ends without ending what it has started. `.ci/endings` ends Maven itself. */
class ProcessWatchdogIT {
    private static final int LIMIT_S = 10;

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void the_backends_end_with_the_jvm_that_started_them(String signal) throws IOException {
        Process stack = KilledStack.start(home, BackendKind.PROCESSES);
        List<ProcessHandle> children = childrenOf(stack);
        assertThat(children).hasSizeGreaterThan(3); // PostgreSQL's own processes are among them

        PartKind.send(signal, stack.pid());
        awaitEnd(stack, children);
    }

    @Test
    void a_child_that_ignores_the_request_to_end_is_killed_with_its_own_children() throws IOException {
        Process starter = KilledStack.start(KilledStarter.class, home.toString());
        List<ProcessHandle> children = childrenOf(starter);

        PartKind.send("KILL", starter.pid());
        awaitEnd(starter, children);
        assertThat(home.resolve("late"))
                .as("what a child does that nobody can end any more")
                .doesNotExist();
    }

    private List<ProcessHandle> childrenOf(Process starter) {
        await().atMost(3, MINUTES).until(() -> home.resolve("ready").toFile().exists());
        return starter.descendants().toList();
    }

    private static void awaitEnd(Process starter, List<ProcessHandle> children) {
        await().atMost(LIMIT_S, SECONDS)
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
        assertThat(starter.isAlive()).isFalse();
    }
}
