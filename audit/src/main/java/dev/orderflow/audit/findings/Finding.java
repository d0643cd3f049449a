package dev.orderflow.audit.findings;

/**
 * Something that breaks an invariant, or looks so.
 *
 * @param subject the order, SKU, event or topic
 * @param text what is wrong with it
 * @param state the versions of the rows that were looked at: the same again means that none of them has moved
 * @param exact whether one look proves it, because all was read in one snapshot; otherwise it may be on its way between
 * services
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
