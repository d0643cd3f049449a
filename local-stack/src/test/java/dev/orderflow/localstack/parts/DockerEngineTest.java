package dev.orderflow.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DockerEngineTest {
    @Test
    void an_engine_on_another_machine_does_not_count() {
        assertThat(DockerEngine.sockets(Map.of("DOCKER_HOST", "tcp://elsewhere:2375")))
                .isEmpty();
    }

    @Test
    void the_engine_that_DOCKER_HOST_names_is_the_only_one_that_counts() {
        assertThat(DockerEngine.sockets(Map.of("DOCKER_HOST", "unix:///run/mine.sock")))
                .containsExactly(Path.of("/run/mine.sock"));
    }

    @Test
    void an_engine_is_looked_for_where_it_listens_by_default() {
        assertThat(DockerEngine.sockets(Map.of())).contains(Path.of("/var/run/docker.sock"));
    }

    @Test
    void without_an_engine_there_are_no_containers_and_it_is_said_why() {
        assertThat(DockerEngine.obstacle(Map.of("DOCKER_HOST", "unix:///nobody/listens.sock"), List.of()))
                .isEqualTo("no Docker engine answers on this machine");
    }
}
