package dev.orderflow.gatewaysimulator;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says, by variables; the defaults are those of a development machine.
 *
 * @param host the address to listen on
 * @param hosts names to answer under, besides those of this machine
 * @param origins of pages that may make changes, besides our own
 * @param slow how long the scenario SLOW takes
 * @param hold after how long the requests are given up that are never answered in time
 * @param webhookLate after how long those webhooks come that are late
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

    /** @throws SettingsException with what to do, if it may not or cannot start */
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

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", " + jdbcUrl + "]";
    }
}
