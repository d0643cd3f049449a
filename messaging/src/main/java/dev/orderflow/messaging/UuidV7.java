package dev.orderflow.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Generates the ids of orders, events and rows. */
public interface UuidV7 {

    /** Returns a UUID of version 7. It sorts by creation time, so inserts fill index pages in order. */
    static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
