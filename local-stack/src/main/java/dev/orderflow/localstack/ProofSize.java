package dev.orderflow.localstack;

/** How much a {@code *ProofIT} test does: a part of it in every build, all of it with {@code mvn -Pproof}. */
public final class ProofSize {

    private static final boolean FULL =
            System.getProperty("orderflow.proof", "small").equals("full");

    private ProofSize() {}

    /** The number that applies to this run. */
    public static int of(int small, int full) {
        return FULL ? full : small;
    }
}
