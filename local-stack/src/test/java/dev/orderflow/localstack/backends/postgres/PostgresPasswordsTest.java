package dev.orderflow.localstack.backends.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPasswordsTest {
    @TempDir
    Path folder;

    @Test
    void a_role_that_comes_later_gets_a_password_and_the_others_keep_theirs() throws IOException {
        PostgresPasswords passwords = new PostgresPasswords(folder.resolve("passwords.properties"));
        passwords.generate(Stream.of("orders"));
        String before = passwords.of("orders");

        passwords.addMissing(Stream.of("orders", "gateway"));

        assertThat(passwords.of("orders")).isEqualTo(before);
        assertThat(passwords.of("gateway")).isNotEmpty().isNotEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords.file())))
                .isEqualTo("rw-------");
    }
}
