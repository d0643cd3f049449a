package dev.orderflow.systemtests.simulation.services;

import java.util.List;
import java.util.SplittableRandom;

/** Random decisions that a seed determines. */
public final class SeededChance {

    private final SplittableRandom random;
    private final double faults;
    private boolean calm;

    /** Creates a source. The seed also determines the probability of faults: 0 to 30 %. */
    public SeededChance(long seed) {
        random = new SplittableRandom(seed);
        faults = random.nextDouble(0.3);
    }

    /** Disables faults from now on. */
    public void calmDown() {
        calm = true;
    }

    public boolean strikes() {
        return !calm && random.nextDouble() < faults;
    }

    /** Returns a number below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
