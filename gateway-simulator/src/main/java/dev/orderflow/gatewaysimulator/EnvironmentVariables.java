package dev.orderflow.gatewaysimulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

/** Environment variables. An empty variable counts as unset. */
record EnvironmentVariables(Map<String, String> environment) {

    String text(String name, String preset) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? preset : value;
    }

    int number(String name, int preset) {
        String value = text(name, Integer.toString(preset));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new SettingsException(name + "=" + value + " is no whole number", e);
        }
    }

    Duration millis(String name, int preset) {
        return Duration.ofMillis(number(name, preset));
    }

    URI uri(String name, String preset) {
        String value = text(name, preset);
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new SettingsException(name + "=" + value + " is no URL", e);
        }
    }
}
