package dev.orderflow.messaging.consumer;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Events of a channel fail for a while, and it must neither lose nor reorder any. For tests that take one of its
 * protections away: each of the faults here finds another one missing.
 */
public final class ChannelFaults {

    private static final int MAX_SET_ASIDE = 50;

    /** As often a fault is met before it passes, or before it is plain that nothing is done about it. */
    private static final int ATTEMPTS = 20;

    /** No connection: it is lost, or refused for a password, a database, too many of them, or a start. */
    private static final List<String> SQL_STATES = List.of("08006", "28P01", "3D000", "53300", "57P03");

    private final List<String> wrong = new ArrayList<>();

    private ChannelFaults() {}

    /** What is wrong while they last, or afterwards. */
    public static List<String> wrong() throws InterruptedException {
        ChannelFaults faults = new ChannelFaults();
        faults.refuseAllEvents();
        faults.refuseOneOfManyForGood();
        faults.refuseOneBeforeAMark();
        for (String state : SQL_STATES) {
            faults.refuseConnections(state);
        }
        return List.copyOf(faults.wrong);
    }

    private void refuseAllEvents() throws InterruptedException {
        TestChannel channel = channel();
        AtomicInteger most = new AtomicInteger();
        channel.atAttempt = () -> most.accumulateAndGet(channel.setAside().size(), Math::max);
        channel.placeFortyWhileAllAreRefused();
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        require(channel.parked.isEmpty(), "all events failed, and these are parked: " + channel.parked);
        require(most.get() <= MAX_SET_ASIDE, most + " records were set aside");
    }

    private void refuseOneOfManyForGood() throws InterruptedException {
        TestChannel channel = channel();
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.confirmed("A"));
        channel.process(channel.created("B"));
        channel.awaitRetries(() -> channel.setAside().size() == 0 || channel.tried.size() >= ATTEMPTS);

        require(channel.parked.equals(List.of("A")), "poison is not parked");
    }

    private void refuseOneBeforeAMark() throws InterruptedException {
        TestChannel channel = channel();
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.confirmed("A"), channel.mark(Instant.EPOCH));

        require(channel.handled.isEmpty(), "an event has passed one of its key that is set aside");
        require(channel.marks.isEmpty(), "a low-water mark has passed an event that is set aside");
        require(!channel.acknowledged.contains(0L), "what is set aside is acknowledged");
    }

    /** Only one order meets it, so that all others show that nothing is wrong with the service. */
    private void refuseConnections(String sqlState) throws InterruptedException {
        TestChannel channel = channel();
        AtomicInteger left = new AtomicInteger(ATTEMPTS);
        channel.refusals.put("created A", () -> {
            if (left.decrementAndGet() == 0) {
                channel.refusals.clear();
            }
            return new IllegalStateException(new SQLException("no connection", sqlState));
        });
        channel.process(channel.created("A"), channel.created("B"));
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        require(channel.parked.isEmpty(), "parked for want of a connection: " + sqlState);
    }

    private static TestChannel channel() {
        return new TestChannel(Duration.ZERO, MAX_SET_ASIDE);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
