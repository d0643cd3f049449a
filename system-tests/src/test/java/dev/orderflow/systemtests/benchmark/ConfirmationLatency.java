package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.localstack.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Measures the time from when a POST was due until a database reader sees the order CONFIRMED. The reader polls every 5
 * ms, so a figure is up to 5 ms too large. One poll costs PostgreSQL some tenths of a millisecond.
 */
final class ConfirmationLatency implements HttpLoad.Observer, AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final String CONFIRMED = "select id from orders where id = any(?) and status = 'CONFIRMED'";

    private final Map<UUID, Long> due = new ConcurrentHashMap<>();
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private final Database database;
    private final Thread reader;
    private volatile boolean isOver;
    private volatile boolean isGivenUp;

    ConfirmationLatency(Database database) {
        this.database = database;
        reader = Thread.ofPlatform().name("confirmations").start(this::read);
    }

    @Override
    public void answered(RawAnswer answer, long dueNanos) {
        if (answer.status() == 201) {
            String location = answer.header("Location");
            due.put(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)), dueNanos);
        }
    }

    private void read() {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(CONFIRMED)) {
            while (!isGivenUp && (!isOver || !due.isEmpty())) {
                if (!due.isEmpty()) {
                    select.setArray(
                            1, connection.createArrayOf("uuid", due.keySet().toArray()));
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            confirmed(row.getObject(1, UUID.class), System.nanoTime());
                        }
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The orders cannot be read", e);
        }
    }

    private void confirmed(UUID id, long nanos) {
        Long dueNanos = due.remove(id);
        if (dueNanos != null) {
            latencies.recordValue(Math.min(LONGEST_NANOS, nanos - dueNanos));
        }
    }

    /** Returns a percentile of the orders that are CONFIRMED by now. */
    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Waits until the reader has seen every order, all of which are final by now. */
    void complete() {
        close();
        if (!due.isEmpty()) {
            throw new IllegalStateException(due.size() + " orders were not seen CONFIRMED");
        }
    }

    @Override
    public void close() {
        isOver = true;
        try {
            reader.join(TIME_LIMIT);
            isGivenUp = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
