package dev.orderflow.audit.findings;

import java.util.Arrays;

/**
 * A set of 64-bit hashes of texts: a million fit into 8 MB, and two of a million collide with a probability of one in
 * forty million. Beyond the limit nothing is added, and {@link #isFull} returns true.
 */
public final class Fingerprints {

    private static final int LIMIT = 1_000_000;
    private static final int FIRST = 1_024;

    private long[] values = new long[FIRST];
    private int size;
    private boolean sorted = true;

    /** FNV-1a over UTF-16. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    public void add(long fingerprint) {
        if (isFull()) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.min(LIMIT, size * 2));
        }
        values[size++] = fingerprint;
        sorted = false;
    }

    public boolean contains(long fingerprint) {
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(values, 0, size, fingerprint) >= 0;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == LIMIT;
    }
}
