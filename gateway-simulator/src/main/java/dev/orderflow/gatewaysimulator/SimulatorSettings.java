package dev.orderflow.gatewaysimulator;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings, from environment variables. The defaults suit a development machine.
 *
 * @param host the address to listen on
 * @param hosts names to answer under, besides those of this machine
 * @param origins of other pages that may make changes
 * @param slow delay of the scenario SLOW
 * @param hold time after which requests without a timely answer end
 * @param webhookLate delay of late webhooks
 */
record SimulatorSettings(
        String host,
        int port,
        List<String> hosts,
        List<String> origins,
        String jdbcUrl,
        String dbUser,
        String dbPassword,
        Duration slow,
        Duration hold,
        URI webhookUrl,
        Optional<String> webhookSecret,
        Duration webhookLate) {

    private static final String DEVELOPMENT = "development";

    /** @throws SettingsException if the gateway must not or cannot start; the message says what to do */
    static SimulatorSettings of(Map<String, String> environment) {
        EnvironmentVariables variables = new EnvironmentVariables(environment);
        if (!DEVELOPMENT.equals(environment.get("ORDERFLOW_ENVIRONMENT"))) {
            throw new SettingsException("The simulated gateway runs only where ORDERFLOW_ENVIRONMENT is exactly "
                    + DEVELOPMENT + ", because it charges play money and lets anybody refund it.");
        }
        return new SimulatorSettings(
                variables.text("HTTP_HOST", "0.0.0.0"),
                variables.number("HTTP_PORT", 9083),
                words(variables.text("ORDERFLOW_HTTP_HOSTS", "")),
                words(variables.text("CONSOLE_ORIGIN", "")),
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                variables.text("DB_HOST", "localhost"),
                                variables.number("DB_PORT", 5432),
                                variables.text("DB_NAME", "gateway")),
                variables.text("DB_USER", "gateway"),
                variables.text("DB_PASSWORD", ""),
                variables.millis("SIMULATOR_SLOW_MS", 2_000),
                variables.millis("SIMULATOR_HOLD_MS", 20_000),
                variables.uri("SIMULATOR_WEBHOOK_URL", "http://localhost:9082/api/payments/webhooks"),
                Optional.of(variables.text("SIMULATOR_WEBHOOK_SECRET", variables.text("PAYMENT_WEBHOOK_SECRET", "")))
                        .filter(secret -> !secret.isEmpty()),
                variables.millis("SIMULATOR_WEBHOOK_LATE_MS", 10_000));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", " + jdbcUrl + "]";
    }
}
