package dev.orderflow.localstack.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes and copies whole folders. */
public final class Folders {
    private Folders() {}

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Copies the content of a folder into another. A different file is replaced atomically, so a concurrent reader
     * (such as a server of its library) sees the old or the new one.
     */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> sources = paths.toList();
            for (Path source : sources) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    replace(source, target);
                }
            }
        }
    }

    private static void replace(Path source, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(source, target) == -1) {
            return;
        }
        Path whole = target.resolveSibling(target.getFileName() + ".copying");
        Files.copy(source, whole, StandardCopyOption.REPLACE_EXISTING);
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
