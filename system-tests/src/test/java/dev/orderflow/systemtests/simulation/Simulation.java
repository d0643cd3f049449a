package dev.orderflow.systemtests.simulation;

import dev.orderflow.systemtests.simulation.services.RemovedSafeguard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/** Runs worlds. */
public final class Simulation {

    /** What the services would say of all that goes wrong. Held, because loggers are collected. */
    private static final Logger SERVICES = Logger.getLogger("dev.orderflow");

    /** A world in which something is wrong, with all that happened in it before. */
    public record Found(long seed, String wrong, List<String> story) {

        @Override
        public String toString() {
            return "seed %d: %s%n  %s".formatted(seed, wrong, String.join("\n  ", story));
        }
    }

    private Simulation() {}

    /** A seed, of so many from the first on, in whose world something is wrong. */
    public static Optional<Found> search(long first, long count, Set<RemovedSafeguard> flaws) {
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(seed -> run(seed, flaws))
                .flatMap(Optional::stream)
                .findAny();
    }

    /** What is wrong in the world of a seed, if anything is. */
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
