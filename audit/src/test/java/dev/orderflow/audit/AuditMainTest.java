package dev.orderflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.checks.TopicConsumption;
import dev.orderflow.audit.sources.AuditTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditMainTest {

    private static final String SECRET = "never-to-be-told";

    /** Nothing listens there. */
    private static final Map<String, String> NOWHERE = Map.of(
            "DB_HOST", "127.0.0.1",
            "DB_PORT", "1",
            "ORDER_DB_PASSWORD", SECRET,
            "INVENTORY_DB_PASSWORD", SECRET,
            "PAYMENT_DB_PASSWORD", SECRET,
            "GATEWAY_DB_PASSWORD", SECRET);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return AuditMain.run(arguments, environment, new PrintStream(out, true), new PrintStream(err, true));
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "--loud, There is no option --loud.",
        "--dead-letters, --dead-letters needs a value.",
        "--dead-letters=x, There is no option --dead-letters=x.",
        "--pause-s -1, 'needs a number that is not negative, not \"-1\"'",
        "--answered /nowhere/at-all, The file /nowhere/at-all cannot be read.",
        "--local, --local needs a value.",
        "--local /nowhere, There is no local stack in /nowhere",
        "--json --local target, --local comes first."
    })
    void a_wrong_option_ends_with_two_and_what_to_do(String arguments, String told) {
        assertThat(run(NOWHERE, arguments.split(" "))).isEqualTo(2);
        assertThat(complaint()).contains(told);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_missing_password_is_named() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(complaint()).contains("GATEWAY_DB_PASSWORD is not set");
        assertThat(run(Map.of(), "--without-gateway")).isEqualTo(2);
        assertThat(complaint()).contains("ORDER_DB_PASSWORD is not set");
    }

    @Test
    void a_setting_that_is_no_number_is_named() {
        var environment = new HashMap<>(NOWHERE);
        environment.put("ORDERFLOW_DEADLINE_PENDING_S", "soon");

        assertThat(run(environment)).isEqualTo(2);
        assertThat(complaint()).contains("ORDERFLOW_DEADLINE_PENDING_S=soon is not a number of seconds.");
    }

    @Test
    void a_database_that_cannot_be_reached_ends_with_two_and_its_address_but_not_its_password() {
        assertThat(run(NOWHERE)).isEqualTo(2);
        assertThat(complaint())
                .contains("jdbc:postgresql://127.0.0.1:1/orders as orders cannot be reached")
                .doesNotContain(SECRET);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_local_stack_is_found_by_its_folder_and_its_ports_by_their_variables(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("passwords.properties"),
                "orders=%1$s\ninventory=%1$s\npayments=%1$s\ngateway=%1$s\n".formatted(SECRET));

        assertThat(run(Map.of("POSTGRES_PORT", "1"), "--local", folder.toString()))
                .isEqualTo(2);
        assertThat(complaint())
                .contains("jdbc:postgresql://127.0.0.1:1/orders as orders cannot be reached")
                .doesNotContain(SECRET);
    }

    @Test
    void help_is_no_failure() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: java -jar audit.jar");
    }

    /** What the audit believes of the services is what they are configured with. */
    @Test
    void groups_topics_and_limits_are_those_of_the_services() throws IOException {
        Map<String, String> topics = new HashMap<>();
        for (String service : List.of("order", "inventory", "payment")) {
            Properties settings = settings(service);
            settings.stringPropertyNames().stream()
                    .filter(name -> name.matches("mp\\.messaging\\.incoming\\.\\w+\\.topic"))
                    .forEach(name -> topics.put(
                            settings.getProperty(name.replace(".topic", ".group.id")), settings.getProperty(name)));
        }
        assertThat(topics).isEqualTo(TopicConsumption.TOPICS);

        AuditTarget.Limits limits = AuditTarget.Limits.of(Map.of());
        Properties order = settings("order");
        assertThat(limits.pending()).hasSeconds(number(order, "orderflow.deadline.pending-s"));
        assertThat(limits.reserved()).hasSeconds(number(order, "orderflow.deadline.reserved-s"));
        assertThat(limits.keyRetention()).hasSeconds(number(order, "orderflow.idempotency-key.retention-s"));
        assertThat(limits.cacheLife()).hasSeconds(number(order, "orderflow.cache.life-open-s"));
    }

    private static long number(Properties settings, String name) {
        return Long.parseLong(settings.getProperty(name));
    }

    private static Properties settings(String service) throws IOException {
        Path file = Path.of(
                System.getProperty("orderflow.root"),
                service + "-war/src/main/resources/META-INF/microprofile-config.properties");
        Properties settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        return settings;
    }
}
