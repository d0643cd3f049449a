package dev.orderflow.localstack.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {

    private static final Instant COMMIT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NEXT_COMMIT = COMMIT.plusSeconds(2);

    @TempDir
    private Path folder;

    private StackHome home;
    private RepositoryCheckout checkout;
    private Path cached;

    @BeforeEach
    void deploy() throws IOException {
        home = StackHome.open(folder.resolve("home"), ProgressLog.silent());
        checkout = new RepositoryCheckout(folder.resolve("checkout"));
        Files.createDirectories(checkout.root().resolve("liberty-config/order"));
        deploy("first", COMMIT);
        cached =
                Files.createDirectories(home.output().resolve("order/workarea")).resolve("cached.jar");
        Files.createFile(cached);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void the_same_war_leaves_the_work_area_as_it_is() throws IOException {
        deploy("first", COMMIT);

        assertThat(cached).exists();
    }

    @Test
    void a_war_with_another_time_leaves_the_work_area_to_liberty() throws IOException {
        deploy("second", NEXT_COMMIT);

        assertThat(cached).exists();
        assertThat(deployed()).hasSameBinaryContentAs(war());
    }

    @Test
    void another_war_with_the_same_time_voids_the_work_area() throws IOException {
        deploy("second", COMMIT);

        assertThat(cached).doesNotExist();
        assertThat(deployed()).hasSameBinaryContentAs(war());
    }

    @Test
    void a_war_where_none_was_deployed_voids_the_work_area() throws IOException {
        Files.delete(deployed());

        deploy("first", COMMIT);

        assertThat(cached).doesNotExist();
    }

    private void deploy(String content, Instant time) throws IOException {
        Files.createDirectories(war().getParent());
        try (var war = new ZipOutputStream(Files.newOutputStream(war()))) {
            ZipEntry entry = new ZipEntry("WEB-INF/lib/events.jar");
            entry.setTime(time.toEpochMilli());
            war.putNextEntry(entry);
            war.write(content.getBytes(UTF_8));
        }
        new ServerFiles(home, checkout).server(ServiceName.ORDER, "order");
    }

    private Path war() {
        return checkout.root().resolve("order-war/target/order-war.war");
    }

    private Path deployed() {
        return home.usr().resolve("servers/order/apps/order-war.war");
    }
}
