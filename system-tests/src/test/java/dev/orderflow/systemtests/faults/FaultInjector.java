package dev.orderflow.systemtests.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Injects faults, two at a time, in the order and for the durations that a seed determines. */
final class FaultInjector {

    private static final int AT_ONCE = 2;
    private static final long SHORTEST_MS = 300;

    private final List<InjectedFault> faults;
    private final Random chance;
    private final FaultHistory history;
    private final long longestMillis;
    private final Map<Object, Semaphore> targets = new ConcurrentHashMap<>();

    FaultInjector(List<InjectedFault> faults, Random chance, FaultHistory history, long longestMillis) {
        this.faults = faults;
        this.chance = chance;
        this.history = history;
        this.longestMillis = longestMillis;
    }

    /**
     * Injects each fault once, then all of them repeatedly until the time is over. Returns the number of faults, all
     * healed.
     */
    int work(long minutes) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        List<Future<?>> struck = new ArrayList<>();
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            do {
                List<InjectedFault> round = new ArrayList<>(faults);
                Collections.shuffle(round, chance);
                var free = new Semaphore(AT_ONCE);
                for (InjectedFault fault : round) {
                    long millis = chance.nextLong(SHORTEST_MS, longestMillis);
                    free.acquire();
                    struck.add(hands.submit(() -> {
                        try {
                            strike(fault, millis);
                        } finally {
                            free.release();
                        }
                    }));
                }
                free.acquire(AT_ONCE);
            } while (System.nanoTime() < end);
        }
        for (Future<?> one : struck) {
            one.get();
        }
        return struck.size();
    }

    private void strike(InjectedFault fault, long millis) {
        Semaphore target = targets.computeIfAbsent(fault.target(), any -> new Semaphore(1));
        target.acquireUninterruptibly();
        try {
            history.record("fault", "name", fault.name(), "millis", millis);
            fault.strike().run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        } finally {
            fault.heal().run();
            history.record("healed", "name", fault.name());
            target.release();
        }
    }
}
