package dev.orderflow.localstack.backends.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The passwords of the embedded PostgreSQL: generated at its first start, stored beside its data, readable only by the
 * owner.
 */
public record PostgresPasswords(Path file) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    boolean exist() {
        return Files.exists(file);
    }

    void generate(Stream<String> roles) throws IOException {
        Properties passwords = new Properties();
        roles.forEach(role -> passwords.setProperty(role, random()));
        write(passwords);
    }

    /** Adds missing passwords and keeps the others. */
    void addMissing(Stream<String> roles) throws IOException {
        Properties passwords = read();
        List<String> missing =
                roles.filter(role -> passwords.getProperty(role) == null).toList();
        if (!missing.isEmpty()) {
            missing.forEach(role -> passwords.setProperty(role, random()));
            write(passwords);
        }
    }

    /** Writes under another name first: without the passwords, the data folder is useless. */
    private void write(Properties passwords) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(written)) {
            passwords.store(writer, null);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String of(String role) {
        return read().getProperty(role, "");
    }

    private Properties read() {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the database passwords in " + file, e);
        }
        return passwords;
    }
}
