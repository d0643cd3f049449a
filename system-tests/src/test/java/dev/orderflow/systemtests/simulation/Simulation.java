package dev.orderflow.systemtests.simulation;

import dev.orderflow.systemtests.simulation.services.RemovedSafeguard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/** Runs simulations. */
public final class Simulation {

    /** Silences the services, which would log every failure. Kept in a field, because loggers are garbage-collected. */
    private static final Logger SERVICES = Logger.getLogger("dev.orderflow");

    /** A simulation that broke an invariant, with all actions before that. */
    public record Found(long seed, String wrong, List<String> story) {

        @Override
        public String toString() {
            return "seed %d: %s%n  %s".formatted(seed, wrong, String.join("\n  ", story));
        }
    }

    private Simulation() {}

    /** Returns the first simulation among these seeds that breaks an invariant. */
    public static Optional<Found> search(long first, long count, Set<RemovedSafeguard> flaws) {
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(seed -> run(seed, flaws))
                .flatMap(Optional::stream)
                .findAny();
    }

    /** Runs one simulation and returns the broken invariant, if any. */
    static Optional<Found> run(long seed, Set<RemovedSafeguard> flaws) {
        SERVICES.setLevel(Level.OFF);
        SimulatedSystem world = new SimulatedSystem(seed, flaws);
        try {
            WorldInvariants.holdAtRest(world.live());
            return Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(new Found(seed, broken.toString(), world.story));
        }
    }
}
