package dev.orderflow.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the ids of orders, events and rows. */
public interface UuidV7 {

    /** A UUIDv7: sorts by the time it was made, so that index pages fill in sequence. */
    static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
