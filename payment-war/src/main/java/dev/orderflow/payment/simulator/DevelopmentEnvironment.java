package dev.orderflow.payment.simulator;

import org.eclipse.microprofile.config.ConfigProvider;

/** Decides whether there is a simulated gateway. */
final class DevelopmentEnvironment {

    private static final String NAME = "development";

    private DevelopmentEnvironment() {}

    /** Only this exact name counts, so a variable that is unset or misspelt opens nothing. */
    static boolean isSet() {
        return ConfigProvider.getConfig()
                .getOptionalValue("orderflow.environment", String.class)
                .filter(NAME::equals)
                .isPresent();
    }
}
