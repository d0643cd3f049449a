package dev.orderflow.localstack;

/** The size of a {@code *ProofIT} test: small in every build, full with {@code mvn -Pproof}. */
public final class ProofSize {

    private static final boolean FULL =
            System.getProperty("orderflow.proof", "small").equals("full");

    private ProofSize() {}

    /** Returns the number for this run. */
    public static int of(int small, int full) {
        return FULL ? full : small;
    }
}
