package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.consumer.setaside.SetAsideKeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One incoming channel: its handlers, its queue, the events it has set aside, and its lag. */
public final class IncomingChannel {

    private static final Logger LOG = Logger.getLogger(IncomingChannel.class.getName());

    /** @param sinceNanos when the lag rose above zero */
    private record MeasuredLag(long records, long sinceNanos) {}

    private final String name;
    private final RegisteredHandlers handler;
    private final BatchSubscriber subscriber;
    private final SetAsideKeys setAside;
    private final Heartbeat heartbeat;

    /** The latest mark of each partition that the handler has not got yet. Used by the worker thread only. */
    private final Map<Integer, LowWaterMark> marks = new HashMap<>();

    private final long openedNanos = System.nanoTime();
    private volatile @Nullable MeasuredLag behind;

    IncomingChannel(
            String name,
            RegisteredHandlers handler,
            BatchSubscriber subscriber,
            SetAsideKeys setAside,
            Heartbeat heartbeat) {
        this.name = name;
        this.handler = handler;
        this.subscriber = subscriber;
        this.setAside = setAside;
        this.heartbeat = heartbeat;
    }

    /** Name of the channel's worker and of its heartbeat. */
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

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Events that failed and are retried, and events that wait behind them. */
    public SetAsideKeys setAside() {
        return setAside;
    }

    /** Every record before these marks has been handled, parked or set aside. */
    void mark(Map<Integer, LowWaterMark> latest) {
        marks.putAll(latest);
    }

    /**
     * Passes marks to the handler, except those of partitions with events set aside. A failed call is not repeated,
     * because the next mark supersedes this one.
     */
    void notifyOfMarks() {
        for (LowWaterMark mark : List.copyOf(marks.values())) {
            if (!setAside.isOf(mark.partition())) {
                marks.remove(mark.partition());
                notifyOf(mark);
            }
        }
    }

    private void notifyOf(LowWaterMark mark) {
        try {
            handler.published(mark);
        } catch (RuntimeException failure) {
            LoggedFailure.log(LOG, Level.WARNING, name + ": a low-water mark was skipped", failure);
        }
    }

    /** Number of queued records. */
    public int waiting() {
        return subscriber.waiting();
    }

    /** Records the lag of the channel's consumer group; null if Kafka did not answer. */
    public void measured(@Nullable Long records) {
        MeasuredLag before = behind;
        if (records == null) {
            behind = null;
        } else if (before == null || before.records() == 0) {
            behind = new MeasuredLag(records, System.nanoTime());
        } else {
            behind = new MeasuredLag(records, before.sinceNanos());
        }
    }

    /** Lag of the consumer group, in records; null if unknown. */
    @Nullable
    public Long lag() {
        MeasuredLag known = behind;
        return known == null ? null : known.records();
    }

    /**
     * Why the channel needs a restart of the server; null if it makes progress.
     *
     * @param limit how long records may wait while the worker neither handles nor retries any
     */
    @Nullable
    public String stallReason(Duration limit) {
        if (subscriber.endedBy() != null) {
            return "ended by " + subscriber.endedBy();
        }
        if (!subscriber.isSubscribed()) {
            return since(openedNanos).compareTo(limit) > 0 ? "was never subscribed" : null;
        }
        Duration standstill = standstill();
        return standstill.compareTo(limit) > 0 ? "stalled for " + standstill.toSeconds() + " s" : null;
    }

    /** An unknown lag does not count: a restart does not help while Kafka is down. */
    private Duration standstill() {
        MeasuredLag known = behind;
        if (known == null || known.records() == 0) {
            return Duration.ZERO;
        }
        Duration late = since(known.sinceNanos());
        return late.compareTo(heartbeat.age()) < 0 ? late : heartbeat.age();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
