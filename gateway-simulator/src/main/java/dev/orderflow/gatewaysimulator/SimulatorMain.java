package dev.orderflow.gatewaysimulator;

import dev.orderflow.gatewaysimulator.persistence.LedgerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the gateway until it is stopped. With the argument {@code migrate}, only migrates the schema. Exits with code 1
 * and the reason if it cannot start.
 */
public final class SimulatorMain {

    static {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n");
    }

    private static final Logger LOG = Logger.getLogger(SimulatorMain.class.getName());

    private SimulatorMain() {}

    public static void main(String[] arguments) {
        try {
            SimulatorSettings settings = SimulatorSettings.of(System.getenv());
            if (Arrays.asList(arguments).contains("migrate")) {
                migrate(settings);
            } else {
                run(settings);
            }
        } catch (SettingsException unusable) {
            LOG.log(Level.SEVERE, "The simulated gateway cannot start: {0}", unusable.getMessage());
            System.exit(1);
        } catch (RuntimeException failure) {
            // Exit explicitly: other threads would keep the process running.
            LOG.log(Level.SEVERE, "The simulated gateway cannot start", failure);
            System.exit(1);
        }
    }

    private static void migrate(SimulatorSettings settings) {
        try (LedgerDatabase database =
                LedgerDatabase.of(settings.jdbcUrl(), settings.dbUser(), settings.dbPassword())) {
            database.migrate();
        }
    }

    private static void run(SimulatorSettings settings) {
        Simulator simulator = Simulator.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        LOG.log(Level.INFO, "The simulated gateway is ready on port {0} after {1} ms", new Object[] {
            Integer.toString(simulator.port()), Long.toString(sinceStart().toMillis())
        });
    }

    private static Duration sinceStart() {
        return Duration.between(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), Instant.now());
    }
}
