package dev.orderflow.order.application.placing;

import dev.orderflow.order.domain.stream.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the last looks at the orders under way say: how many more this server may take until the next look. One thread
 * at a time.
 *
 * <p>As long as the saga would bring all orders to their end within a customer's patience, everything is taken. Beyond
 * that, only as many as end meanwhile: so what is under way does not grow, nothing waits for much longer, and the
 * services have their hands full. While nothing ends at all (Kafka or another service is away) there is no pace to
 * keep, and the outbox is there to wait: everything is taken, up to the most that may be under way.
 */
final class Backlog {

    /** The pace is that of so long. */
    private static final Duration MEMORY = Duration.ofSeconds(5);
    /**
     * Nothing ended for so long: the saga stands still. After a longer silence between two looks, the pace is unknown.
     */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);
    /** Of what ends: so a backlog shrinks. */
    private static final double SHARE_TAKEN = 0.95;

    private static final int LONGEST_RETRY_SECONDS = 30;
    private static final double NANOS = 1e9;

    /**
     * @param free so many may be under way whatever the pace
     * @param most never are more under way
     * @param patience how long orders may take to end
     */
    record Limits(long free, long most, Duration patience) {}

    private record Look(long nanos, long elapsed, long ended) {}

    private final Limits limits;
    private final Deque<Look> looks = new ArrayDeque<>();
    private long lastNanos;
    private boolean looked;
    private int retrySeconds = LONGEST_RETRY_SECONDS;

    Backlog(Limits limits) {
        this.limits = limits;
    }

    /**
     * Takes a look into account.
     *
     * @param nanos when this look was taken
     * @param taken orders that this server has taken since the look before
     * @return how many it may take until the next look, if that comes as soon as this one
     */
    long allowance(long nanos, Progress progress, long taken) {
        long elapsed = remember(nanos, progress.ended());
        long room = limits.most() - progress.underWay();
        double pace = pace();
        double seconds = pace == 0 ? 0 : progress.underWay() / pace;
        double patience = limits.patience().toNanos() / NANOS;
        retrySeconds = pace == 0
                ? LONGEST_RETRY_SECONDS
                : Math.clamp((int) Math.ceil(seconds - patience), 1, LONGEST_RETRY_SECONDS);
        if (room <= 0) {
            return 0;
        }
        if (progress.underWay() <= limits.free() || standsStill(nanos) || seconds <= patience) {
            return room;
        }
        // Every server takes its share, as far as it took part in what was placed.
        double share = progress.placed() == 0 ? 1 : Math.min(1, (double) taken / progress.placed());
        return Math.clamp(Math.round(SHARE_TAKEN * pace * share * elapsed / NANOS), 1, room);
    }

    /** After a refusal, until orders may be taken again. */
    int retrySeconds() {
        return retrySeconds;
    }

    private long remember(long nanos, long ended) {
        long elapsed = nanos - lastNanos;
        lastNanos = nanos;
        if (!looked || elapsed > STANDSTILL.toNanos()) {
            looked = true;
            looks.clear();
        } else {
            looks.add(new Look(nanos, elapsed, ended));
            looks.removeIf(look -> nanos - look.nanos() > MEMORY.toNanos());
        }
        return elapsed;
    }

    /** Orders that end in a second. */
    private double pace() {
        long nanos = looks.stream().mapToLong(Look::elapsed).sum();
        return nanos == 0 ? 0 : looks.stream().mapToLong(Look::ended).sum() * NANOS / nanos;
    }

    private boolean standsStill(long nanos) {
        return looks.stream()
                .filter(look -> nanos - look.nanos() < STANDSTILL.toNanos())
                .allMatch(look -> look.ended() == 0);
    }
}
