package dev.orderflow.systemtests.search;

import dev.orderflow.systemtests.search.StateStep.Stock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reachable states of one order, with any stock, and all steps between them. */
final class OrderStateSpace {

    /** A step to the state with this number. */
    record Edge(int to, Stock stock, boolean due, String name) {}

    final List<OrderState> states = new ArrayList<>();
    final List<List<Edge>> edges = new ArrayList<>();

    private final List<Integer> from = new ArrayList<>();
    private final List<String> how = new ArrayList<>();
    private @Nullable String wrong;

    /** Explores breadth-first, so that the path to a violation is a shortest one; stops at the first violation. */
    static OrderStateSpace under(TransitionFunctions rules) {
        return under(rules, false);
    }

    /** Also parks one event at a time. */
    static OrderStateSpace withParking(TransitionFunctions rules) {
        return under(rules, true);
    }

    private static OrderStateSpace under(TransitionFunctions rules, boolean parking) {
        OrderStateSpace lives = new OrderStateSpace();
        Map<OrderState, Integer> numbers = new HashMap<>();
        lives.add(numbers, OrderState.begin(), -1, "");
        for (int state = 0; state < lives.states.size() && lives.wrong == null; state++) {
            List<Edge> edges = new ArrayList<>();
            for (StateStep step : StateSteps.of(rules, lives.states.get(state), parking)) {
                Integer known = numbers.get(step.next());
                int to = known == null ? lives.add(numbers, step.next(), state, step.name()) : known;
                edges.add(new Edge(to, step.stock(), step.due(), step.name()));
            }
            lives.edges.add(edges);
            lives.judge(state);
        }
        return lives;
    }

    private int add(Map<OrderState, Integer> numbers, OrderState life, int before, String step) {
        int number = states.size();
        numbers.put(life, number);
        states.add(life);
        from.add(before);
        how.add(step);
        return number;
    }

    int count() {
        return states.size();
    }

    long stepCount() {
        return edges.stream().mapToLong(List::size).sum();
    }

    /** Returns whether no step is due. */
    private boolean isAtRest(int state) {
        return edges.get(state).stream().noneMatch(Edge::due);
    }

    /** Returns the violation and the path to it. */
    Optional<String> wrong() {
        return Optional.ofNullable(wrong);
    }

    private void judge(int state) {
        Optional<String> law = OrderInvariants.brokenBy(states.get(state));
        if (law.isEmpty() && isAtRest(state)) {
            law = OrderInvariants.brokenAtRestBy(states.get(state));
        }
        law.ifPresent(broken -> wrong = broken + ": " + states.get(state) + way(state));
    }

    private String way(int state) {
        Deque<String> way = new ArrayDeque<>();
        for (int at = state; at > 0; at = from.get(at)) {
            way.addFirst(how.get(at));
        }
        return "\n  " + String.join("\n  ", way);
    }

    /** Returns whether the graph has a cycle, which would allow an infinite path. */
    boolean hasCircle() {
        int[] open = new int[count()];
        edges.forEach(all -> all.forEach(edge -> open[edge.to]++));
        Deque<Integer> free = new ArrayDeque<>();
        free.add(0);
        int done = 0;
        while (!free.isEmpty()) {
            done++;
            for (Edge edge : edges.get(free.remove())) {
                if (--open[edge.to] == 0) {
                    free.add(edge.to);
                }
            }
        }
        return done < count();
    }
}
