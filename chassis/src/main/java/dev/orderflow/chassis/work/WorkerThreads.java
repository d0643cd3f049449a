package dev.orderflow.chassis.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads of the messaging core: watched while they run, and ended in order. */
@ApplicationScoped
public class WorkerThreads {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Heartbeats heartbeats;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> running = new CopyOnWriteArrayList<>();

    /** Runs something that ends by itself. */
    public void run(String name, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("orderflow-" + name);
        running.add(thread);
        thread.start();
    }

    /** Runs something that must go on until {@link #isStopping}; its heartbeat has the same name. */
    public void keep(String name, Runnable task) {
        run(name, heartbeats.of(name).watch(task));
    }

    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /**
     * Waits, but not beyond the stop.
     *
     * @throws InterruptedException when it has come
     */
    public void pause(long millis) throws InterruptedException {
        if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped");
        }
    }

    /**
     * Rests after a round of some work, but not beyond the stop.
     *
     * @param beginNanos when the round began, of {@link System#nanoTime}
     * @param done how much was done together in the round
     * @throws InterruptedException when the stop has come
     */
    public void linger(long beginNanos, int done) throws InterruptedException {
        pause(BatchingWindow.linger(beginNanos, done).toMillis());
    }

    /** Tells all to end what they have in hand and begin nothing more. */
    public void stop() {
        stopping.countDown();
    }

    /** Returns when all have ended, or have been interrupted because they did not within the limit. */
    public void join(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Thread thread : running) {
            thread.join(Duration.ofNanos(deadline - System.nanoTime()));
        }
        running.forEach(Thread::interrupt);
    }
}
