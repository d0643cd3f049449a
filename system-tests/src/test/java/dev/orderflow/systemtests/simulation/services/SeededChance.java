package dev.orderflow.systemtests.simulation.services;

import java.util.List;
import java.util.SplittableRandom;

/** Whatever is left to chance, decided by a seed. */
public final class SeededChance {

    private final SplittableRandom random;
    private final double faults;
    private boolean calm;

    /** The seed also says how often a fault strikes where it could: never to three times in ten. */
    public SeededChance(long seed) {
        random = new SplittableRandom(seed);
        faults = random.nextDouble(0.3);
    }

    /** From now on no fault strikes. */
    public void calmDown() {
        calm = true;
    }

    public boolean strikes() {
        return !calm && random.nextDouble() < faults;
    }

    /** Less than the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
