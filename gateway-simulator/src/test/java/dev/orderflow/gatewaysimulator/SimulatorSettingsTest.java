package dev.orderflow.gatewaysimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorSettingsTest {

    private static SimulatorSettings settings(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of("ORDERFLOW_ENVIRONMENT", "development"));
        variables.putAll(more);
        return SimulatorSettings.of(variables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "dev", "Development", "development ", " development", "production", "test"})
    void it_starts_in_no_environment_but_development(String environment) {
        assertThatThrownBy(() -> settings(Map.of("ORDERFLOW_ENVIRONMENT", environment)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("ORDERFLOW_ENVIRONMENT is exactly development");
    }

    @Test
    void it_does_not_start_where_nobody_has_said_which_environment_it_is() {
        assertThatThrownBy(() -> SimulatorSettings.of(Map.of())).isInstanceOf(SettingsException.class);
    }

    @Test
    void the_defaults_are_those_of_a_development_machine() {
        SimulatorSettings settings = settings(Map.of());

        assertThat(settings.port()).isEqualTo(9083);
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/gateway");
        assertThat(settings.webhookUrl()).hasToString("http://localhost:9082/api/payments/webhooks");
        assertThat(settings.webhookSecret()).isEmpty();
    }

    @Test
    void webhooks_are_signed_with_the_secret_that_the_payment_service_knows_unless_another_is_given() {
        assertThat(settings(Map.of("PAYMENT_WEBHOOK_SECRET", "theirs")).webhookSecret())
                .contains("theirs");
        assertThat(settings(Map.of("PAYMENT_WEBHOOK_SECRET", "theirs", "SIMULATOR_WEBHOOK_SECRET", "ours"))
                        .webhookSecret())
                .contains("ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PORT", "DB_PORT", "SIMULATOR_SLOW_MS", "SIMULATOR_HOLD_MS"})
    void what_is_no_number_is_named(String variable) {
        assertThatThrownBy(() -> settings(Map.of(variable, "many"))).hasMessage(variable + "=many is no whole number");
    }

    @Test
    void no_secret_is_printed() {
        assertThat(settings(Map.of("DB_PASSWORD", "psst", "PAYMENT_WEBHOOK_SECRET", "psst")))
                .asString()
                .doesNotContain("psst");
    }
}
