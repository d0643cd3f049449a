package dev.orderflow.audit.findings;

/**
 * A violation of an invariant, or an apparent one.
 *
 * @param subject the order, SKU, event or topic
 * @param text what is wrong with it
 * @param state versions of the rows: equal states mean that no row has changed
 * @param exact whether one pass proves it, because all rows are of one snapshot; otherwise an event may be in flight
 */
public record Finding(Invariant invariant, String subject, String text, String state, boolean exact) {

    public long fingerprint() {
        return Fingerprints.of(invariant + subject + text + state);
    }

    @Override
    public String toString() {
        return subject + ": " + text;
    }
}
