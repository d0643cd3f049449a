package dev.orderflow.localstack.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.RepositoryCheckout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A class data sharing (CDS) archive for the servers' JVM. About four fifths of a server's classes are mapped from it
 * instead of being parsed and verified. One server without Liberty's agent writes it when it ends, and servers of all
 * services use it, with or without the agent. The JVM compares each class with the bytes that the server loads, so a
 * changed class is loaded as usual. See docs/adr/0033.
 *
 * @param file named after the JDK and Liberty; missing until {@link #train} has run
 */
public record ClassArchive(Path file) {
    private static final boolean SUPPORTED =
            System.getProperty("java.vm.name", "").startsWith("OpenJDK");

    public static ClassArchive of(RepositoryCheckout checkout) {
        try {
            MessageDigest key = MessageDigest.getInstance("SHA-256");
            key.update(System.getProperty("java.vm.version").getBytes(UTF_8));
            key.update(Files.readAllBytes(checkout.liberty().resolve("lib/versions/openliberty.properties")));
            String name = HexFormat.of().formatHex(key.digest(), 0, 8) + ".jsa";
            return new ClassArchive(
                    checkout.root().resolve("target/liberty/classes").resolve(name));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackFailure("Cannot name the class data archive: " + e, e);
        }
    }

    /** Returns the JVM arguments to use the archive, if it exists. The JVM starts without it, too. */
    String use() {
        return Files.exists(file)
                ? "-Xshare:auto -XX:SharedArchiveFile=\"" + file + "\" -Xlog:cds=off -Xlog:aot=off"
                : "";
    }

    public boolean isMissing() {
        return SUPPORTED && Files.notExists(file);
    }

    /**
     * Creates the archive, unless it exists or another process is creating it.
     *
     * @param server runs one server with these additional JVM arguments until it is ready, and stops it
     */
    void train(Consumer<String> server) {
        if (!isMissing()) {
            return;
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel lock = FileChannel.open(
                            file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.tryLock()) {
                if (held == null) {
                    return;
                }
                removeOthers();
                server.accept("-XX:ArchiveClassesAtExit=\"" + written + "\" -Xlog:cds=off -Xlog:aot=off");
                if (Files.exists(written)) {
                    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (OverlappingFileLockException e) {
            return; // another thread of this JVM creates it
        } catch (IOException e) {
            throw new StackFailure("Cannot write the class data archive " + file + ": " + e, e);
        }
    }

    /** Deletes archives of other JDKs (130 MB each) and of interrupted runs. */
    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path other : files.filter(path -> !path.endsWith("lock")).toList()) {
                Files.delete(other);
            }
        }
    }
}
