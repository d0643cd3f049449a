package dev.orderflow.systemtests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProofSize;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The three services under every fault that the bus, the databases, the gateway, the clock and their own deaths have for them:
 * 100 000 worlds in each build, other ones each time; 3 000 000 with {@code mvn -Pproof}. A world that fails is told with its seed,
 * and seen again with {@code mvn -Pone -pl system-tests -am -Dit.test=SimulationProofIT -Dorderflow.seed=<seed>}.
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
