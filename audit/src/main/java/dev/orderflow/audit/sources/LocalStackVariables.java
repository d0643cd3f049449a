package dev.orderflow.audit.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The variables of the system that {@code mvn -Plocal} runs on this machine, with the passwords in its folder. */
public final class LocalStackVariables {

    private static final Map<String, String> DATABASES =
            Map.of("ORDER", "orders", "INVENTORY", "inventory", "PAYMENT", "payments", "GATEWAY", "gateway");

    private LocalStackVariables() {}

    /** Returns the given variables, with defaults for the missing ones. */
    public static Map<String, String> environment(Path folder, Map<String, String> given) {
        Properties passwords = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(in);
        } catch (IOException e) {
            throw new AuditFailure(
                    "There is no local stack in %s (%s cannot be read): start one with mvn -Plocal, or name its folder."
                            .formatted(folder.toAbsolutePath(), e.getMessage()),
                    e);
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("DB_HOST", "127.0.0.1");
        environment.put("DB_PORT", given.getOrDefault("POSTGRES_PORT", "15432"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + given.getOrDefault("KAFKA_PORT", "19092"));
        environment.put("REDIS_URL", "redis://127.0.0.1:" + given.getOrDefault("REDIS_PORT", "16379"));
        DATABASES.forEach(
                (service, database) -> environment.put(service + "_DB_PASSWORD", passwords.getProperty(database, "")));
        environment.putAll(given);
        return environment;
    }
}
