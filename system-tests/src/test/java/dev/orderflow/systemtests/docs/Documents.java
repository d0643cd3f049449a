package dev.orderflow.systemtests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the repository in the working tree. */
public final class Documents {

    public static final Path ROOT = Path.of(System.getProperty("orderflow.root"));

    private Documents() {}

    /** Returns every Markdown page outside build output. */
    static List<Path> pages() {
        return files(ROOT, ".md");
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", ".git", "node_modules")
                            .noneMatch(
                                    skipped -> ROOT.relativize(file).toString().matches("(.*/)?" + skipped + "/.*")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
