package dev.orderflow.systemtests.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Whatever is left to chance, decided by a seed. */
final class Chance {

    private final SplittableRandom random;
    private final double faults;
    private boolean calm;

    /** The seed also says how often a fault strikes where it could: never to three times in ten. */
    Chance(long seed) {
        random = new SplittableRandom(seed);
        faults = random.nextDouble(0.3);
    }

    /** From now on no fault strikes. */
    void calmDown() {
        calm = true;
    }

    boolean strikes() {
        return !calm && random.nextDouble() < faults;
    }

    /** Less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
