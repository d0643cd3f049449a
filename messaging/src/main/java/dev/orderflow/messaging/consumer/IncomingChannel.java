package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.work.Pulse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One incoming channel: who handles its records, its queue, and how it is. */
public final class IncomingChannel {

    /** How far behind the channel is by Kafka's books, and since when without a break. */
    private record Behind(long records, long sinceNanos) {}

    private final String name;
    private final RegisteredHandlers handler;
    private final BatchSubscriber subscriber;
    private final Pulse pulse;
    private final long openedNanos = System.nanoTime();
    private volatile @Nullable Behind behind;

    IncomingChannel(String name, RegisteredHandlers handler, BatchSubscriber subscriber, Pulse pulse) {
        this.name = name;
        this.handler = handler;
        this.subscriber = subscriber;
        this.pulse = pulse;
    }

    /** How its worker and the worker's pulse are called. */
    static String worker(String channel) {
        return "channel-" + channel;
    }

    public String name() {
        return name;
    }

    RegisteredHandlers handler() {
        return handler;
    }

    BatchSubscriber subscriber() {
        return subscriber;
    }

    /** Records that were received and are not handled yet. */
    public int waiting() {
        return subscriber.waiting();
    }

    /** Kafka has been asked; by its books so many records are not done. Null when it did not answer. */
    public void measured(@Nullable Long records) {
        Behind before = behind;
        if (records == null) {
            behind = null;
        } else if (before == null || before.records() == 0) {
            behind = new Behind(records, System.nanoTime());
        } else {
            behind = new Behind(records, before.sinceNanos());
        }
    }

    /** How many records are not done by Kafka's books; null when that is not known. */
    @Nullable
    public Long lag() {
        Behind known = behind;
        return known == null ? null : known.records();
    }

    /**
     * Why only a new process gets records through this channel again; null when they get through, or would.
     *
     * @param limit how long records may wait while nothing is done or tried
     */
    @Nullable
    public String death(Duration limit) {
        if (subscriber.endedBy() != null) {
            return "ended by " + subscriber.endedBy();
        }
        if (!subscriber.isSubscribed()) {
            return since(openedNanos).compareTo(limit) > 0 ? "was never subscribed" : null;
        }
        Duration standstill = standstill();
        return standstill.compareTo(limit) > 0 ? "stands still for " + standstill.toSeconds() + " s" : null;
    }

    /** Not knowing is no lag: while Kafka is away, no new process brings it back. */
    private Duration standstill() {
        Behind known = behind;
        if (known == null || known.records() == 0) {
            return Duration.ZERO;
        }
        Duration late = since(known.sinceNanos());
        return late.compareTo(pulse.age()) < 0 ? late : pulse.age();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
