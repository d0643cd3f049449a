package dev.orderflow.localstack.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void fill() throws IOException {
        source = Files.createDirectories(folder.resolve("from/lib")).resolve("a.jar");
        target = folder.resolve("to/lib/a.jar");
        Files.writeString(source, "first");
        copy();
    }

    @Test
    void a_file_that_is_the_same_is_left_alone() throws IOException {
        Object before = key(target);

        copy();

        assertThat(key(target)).isEqualTo(before);
    }

    @Test
    void a_file_that_differs_is_replaced_as_a_whole_under_whoever_reads_it() throws IOException {
        try (InputStream reader = Files.newInputStream(target)) {
            Files.writeString(source, "second");

            copy();

            assertThat(target).hasContent("second");
            assertThat(reader.readAllBytes()).asString().isEqualTo("first");
        }
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**.copying");
    }

    private void copy() throws IOException {
        Folders.copy(folder.resolve("from"), folder.resolve("to"));
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
