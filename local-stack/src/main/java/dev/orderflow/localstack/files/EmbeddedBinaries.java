package dev.orderflow.localstack.files;

import dev.orderflow.localstack.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The executables in the Maven artifacts of PostgreSQL and Redis, unpacked once per machine. */
public record EmbeddedBinaries(Path folder) {
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");
    private static final boolean ARM = System.getProperty("os.arch").matches("aarch64|arm64");

    /** Returns the folder with {@code bin/postgres} and {@code bin/initdb}. */
    public Path postgres() throws IOException {
        String archive = "postgres-%s-%s.txz".formatted(MAC ? "darwin" : "linux", ARM ? "arm_64" : "x86_64");
        try (InputStream resource = resource(List.of(archive))) {
            return unpackOnce("postgres", resource, EmbeddedBinaries::untar);
        }
    }

    public Path redis() throws IOException {
        String system = "%s-%s".formatted(MAC ? "darwin" : "linux", ARM ? "arm64" : "amd64");
        try (InputStream resource =
                resource(List.of("redis-server-6.2.6-v5-" + system, "redis-server-6.2.7-" + system))) {
            return unpackOnce("redis-server", resource, (in, target) -> {
                Files.copy(in, target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            });
        }
    }

    interface Unpacking {
        void unpack(InputStream in, Path target) throws IOException;
    }

    /** Unpacks beside the target and renames it, so that an incomplete target is never visible. */
    Path unpackOnce(String name, InputStream in, Unpacking unpacking) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(name + "." + ProcessHandle.current().pid());
        Folders.delete(part);
        unpacking.unpack(in, part);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            // "Directory not empty" has no exception type of its own. If the target exists, another process was faster.
            Folders.delete(part);
            if (!Files.exists(target)) {
                throw refused;
            }
        }
        return target;
    }

    private static InputStream resource(List<String> names) {
        return names.stream()
                .map(name -> EmbeddedBinaries.class.getResourceAsStream("/" + name))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new StackFailure(String.format(
                        Locale.ROOT,
                        "There is no embedded %s for %s %s on the class path",
                        names.getFirst(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"))));
    }

    private static void untar(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = entry.resolveIn(target);
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
