package dev.orderflow.kustomize.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads other files of the repository. */
final class RepositorySources {

    private RepositorySources() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first group of every match. */
    static Stream<String> matches(Path file, Pattern pattern) {
        return pattern.matcher(text(file)).results().map(match -> match.group(1));
    }

    static String first(Path file, Pattern pattern) {
        return matches(file, pattern)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " has nothing like " + pattern));
    }

    /** Returns every file in the folder whose relative path matches the glob. */
    static List<Path> below(Path folder, String glob) {
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
