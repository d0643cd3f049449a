package dev.orderflow.systemtests.search;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.systemtests.search.OrderStateSpace.Edge;
import dev.orderflow.systemtests.search.StateStep.Stock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reachable states of two orders of the same SKU. Each step belongs to one of them. */
final class PairStateSpace {

    private static final int LIMIT = 100_000_000;
    private static final int UNKNOWN = -1;

    private final OrderStateSpace lives;
    private final int stock;
    private final int[] from;
    private int[] queue = new int[1_024];
    private int count;
    private int atRest;
    private @Nullable String wrong;

    private PairStateSpace(OrderStateSpace lives, int stock) {
        this.lives = lives;
        this.stock = stock;
        long pairs = (long) lives.count() * lives.count();
        if (pairs > LIMIT) {
            throw new IllegalStateException(lives.count() + " states of one order are too many to look at two");
        }
        this.from = new int[(int) pairs];
        Arrays.fill(from, UNKNOWN);
    }

    /** Explores all states with this stock, until there is a violation. */
    static PairStateSpace of(OrderStateSpace lives, int stock) {
        PairStateSpace pairs = new PairStateSpace(lives, stock);
        pairs.reach(0, 0);
        for (int next = 0; next < pairs.count && pairs.wrong == null; next++) {
            pairs.expand(pairs.queue[next]);
        }
        return pairs;
    }

    int count() {
        return count;
    }

    int atRest() {
        return atRest;
    }

    /** Returns the violation and the path to it. */
    Optional<String> wrong() {
        return Optional.ofNullable(wrong);
    }

    private void expand(int pair) {
        int first = pair / lives.count();
        int second = pair % lives.count();
        int available = stock - taken(first) - taken(second);
        if (available < 0) {
            fail(pair, "more is held and sold than there is");
            return;
        }
        boolean due = false;
        for (Edge edge : lives.edges.get(first)) {
            if (isPossible(edge, available)) {
                due |= edge.due();
                reach(edge.to() * lives.count() + second, pair);
            }
        }
        for (Edge edge : lives.edges.get(second)) {
            if (isPossible(edge, available)) {
                due |= edge.due();
                reach(first * lives.count() + edge.to(), pair);
            }
        }
        if (!due) {
            atRest++;
            rest(pair, first, second);
        }
    }

    private void rest(int pair, int first, int second) {
        for (int one : new int[] {first, second}) {
            OrderInvariants.brokenAtRestBy(lives.states.get(one)).ifPresent(law -> fail(pair, law));
        }
        if (isConfirmed(first) && isConfirmed(second) && stock < 2) {
            fail(pair, "both orders are confirmed, with units for one");
        }
    }

    private boolean isConfirmed(int state) {
        return lives.states.get(state).order == OrderStatus.CONFIRMED;
    }

    private int taken(int state) {
        return lives.states.get(state).held + lives.states.get(state).sold;
    }

    private static boolean isPossible(Edge edge, int available) {
        return edge.stock() == Stock.ANY || (edge.stock() == Stock.ENOUGH) == (available > 0);
    }

    private void reach(int pair, int before) {
        if (from[pair] != UNKNOWN) {
            return;
        }
        from[pair] = before;
        if (count == queue.length) {
            queue = Arrays.copyOf(queue, count * 2);
        }
        queue[count++] = pair;
    }

    private void fail(int pair, String law) {
        StringBuilder way = new StringBuilder();
        for (int at = pair; at != 0; at = from[at]) {
            way.insert(0, "\n  " + step(from[at], at));
        }
        wrong = law + ": " + lives.states.get(pair / lives.count()) + " and " + lives.states.get(pair % lives.count())
                + way;
    }

    private String step(int before, int after) {
        boolean isFirst = before / lives.count() != after / lives.count();
        int from = isFirst ? before / lives.count() : before % lives.count();
        int to = isFirst ? after / lives.count() : after % lives.count();
        int available = stock - taken(before / lives.count()) - taken(before % lives.count());
        return (isFirst ? "first: " : "second: ")
                + lives.edges.get(from).stream()
                        .filter(edge -> edge.to() == to && isPossible(edge, available))
                        .findFirst()
                        .orElseThrow()
                        .name();
    }
}
