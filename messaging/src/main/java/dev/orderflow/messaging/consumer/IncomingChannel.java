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

/** One incoming channel: who handles its records, its queue, and how it is. */
public final class IncomingChannel {

    private static final Logger LOG = Logger.getLogger(IncomingChannel.class.getName());

    /** How far behind the channel is by Kafka's books, and since when without a break. */
    private record MeasuredLag(long records, long sinceNanos) {}

    private final String name;
    private final RegisteredHandlers handler;
    private final BatchSubscriber subscriber;
    private final SetAsideKeys setAside;
    private final Heartbeat heartbeat;

    /** The latest of each partition that may not be told yet. For the worker alone. */
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

    /** How its worker and the worker's heartbeat are called. */
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

    /** Records that failed and are tried again, and those that wait behind them. */
    public SetAsideKeys setAside() {
        return setAside;
    }

    /** All that stood before the marks has been handled, parked or set aside. */
    void mark(Map<Integer, LowWaterMark> latest) {
        marks.putAll(latest);
    }

    /**
     * Tells the handler of those marks before which nothing is set aside: of no partition where something is. One whose
     * telling fails is not told again: the next says as much and more.
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
            LoggedFailure.log(LOG, Level.WARNING, name + ": a low-water mark is passed over", failure);
        }
    }

    /** Records that were received and are not handled yet. */
    public int waiting() {
        return subscriber.waiting();
    }

    /** Kafka has been asked; by its books so many records are not done. Null when it did not answer. */
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

    /** How many records are not done by Kafka's books; null when that is not known. */
    @Nullable
    public Long lag() {
        MeasuredLag known = behind;
        return known == null ? null : known.records();
    }

    /**
     * Why only a new process gets records through this channel again; null when they get through, or would.
     *
     * @param limit how long records may wait while nothing is done or tried
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

    /** Not knowing is no lag: while Kafka is away, no new process brings it back. */
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
