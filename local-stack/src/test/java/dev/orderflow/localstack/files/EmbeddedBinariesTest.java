package dev.orderflow.localstack.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBinariesTest {

    @TempDir
    private Path folder;

    @Test
    void what_another_process_has_unpacked_at_the_same_time_is_used() throws IOException {
        Path target = new EmbeddedBinaries(folder).unpackOnce("tool", InputStream.nullInputStream(), (in, part) -> {
            write(part, "ours");
            write(folder.resolve("tool"), "theirs");
        });

        assertThat(target.resolve("bin")).hasContent("theirs");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    private static void write(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bin"), text);
    }
}
