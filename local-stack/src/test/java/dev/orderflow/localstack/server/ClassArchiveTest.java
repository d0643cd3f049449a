package dev.orderflow.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path folder;

    private final List<String> trainings = new ArrayList<>();

    @Test
    void one_training_makes_the_archive_that_all_servers_use() {
        ClassArchive archive = archive("a.jsa");
        assertThat(archive.use()).isEmpty();

        archive.train(this::write);
        archive.train(this::write);

        assertThat(trainings).hasSize(1);
        assertThat(archive.use()).contains("-Xshare:auto", "-XX:SharedArchiveFile=\"" + archive.file() + "\"");
    }

    @Test
    void a_training_that_writes_nothing_is_no_failure() {
        ClassArchive archive = archive("a.jsa");
        archive.train(trainings::add);
        assertThat(archive.isMissing()).isTrue();
        assertThat(archive.use()).isEmpty();
    }

    @Test
    void the_archives_of_other_jdks_are_removed() {
        archive("old.jsa").train(this::write);
        archive("new.jsa").train(this::write);
        assertThat(folder).isDirectoryNotContaining("glob:**/old.jsa").isDirectoryContaining("glob:**/new.jsa");
    }

    @Test
    void no_server_is_trained_while_another_process_trains_one() throws IOException {
        try (FileChannel other =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            archive("a.jsa").train(this::write);
        }
        assertThat(trainings).isEmpty();
    }

    private ClassArchive archive(String name) {
        return new ClassArchive(folder.resolve(name));
    }

    /** As a JVM does when it ends. */
    private void write(String arguments) {
        trainings.add(arguments);
        String path = arguments.replaceFirst(".*ArchiveClassesAtExit=\"([^\"]+)\".*", "$1");
        try {
            Files.writeString(Path.of(path), "classes");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
