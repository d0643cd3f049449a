package dev.orderflow.messaging.outbox;

import java.time.Instant;
import javax.sql.DataSource;

/** What the next low-water mark of a service would say, without Kafka. */
public final class MarkedTime {

    private MarkedTime() {}

    /** The time up to which the topic is published, by the database of the service. */
    public static Instant of(DataSource database, String topic) {
        LowWaterMarks marks = new LowWaterMarks();
        marks.database = database;
        return marks.published(topic);
    }
}
