package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shared class data that shorten a start. These servers export metrics, so they include Liberty's agent. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux shows what a process has mapped")
class ClassDataIT {

    @ParameterizedTest
    @EnumSource
    void a_server_maps_the_class_data_archive(ServiceName service) throws IOException {
        long server = Shop.open().stack().server(service).pid();

        assertThat(Files.readString(Path.of("/proc", Long.toString(server), "maps")))
                .containsPattern("target/liberty/classes/\\w+\\.jsa");
    }
}
