package dev.orderflow.systemtests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProofSize;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Simulates the three services with every fault of Kafka, databases, gateway and clock, and with crashes: 100 000
 * simulations in each build, with new seeds each time; 3 000 000 with {@code mvn -Pproof}. A failure names its seed,
 * and {@code mvn -Pone -pl system-tests -am -Dit.test=SimulationProofIT -Dorderflow.seed=<seed>} repeats it.
 */
class SimulationProofIT {

    private static final Logger LOG = Logger.getLogger("worlds");

    private static final int WORLDS = ProofSize.of(100_000, 3_000_000);

    @Test
    void no_world_breaks_a_law() {
        long first = new Random().nextLong(1L << 50);
        long begin = System.nanoTime();

        assertThat(Simulation.search(first, WORLDS, Set.of())).isEmpty();

        LOG.info("%d worlds from seed %d on, in %.0f s".formatted(WORLDS, first, (System.nanoTime() - begin) / 1e9));
    }

    @Test
    @EnabledIfSystemProperty(named = "orderflow.seed", matches = "\\d+")
    void the_world_of_the_given_seed_breaks_no_law() {
        assertThat(Simulation.run(Long.getLong("orderflow.seed", 0), Set.of())).isEmpty();
    }
}
