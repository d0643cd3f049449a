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

/** Starts the background threads of a service with a heartbeat each, and ends them in order. */
@ApplicationScoped
public class WorkerThreads {

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Heartbeats heartbeats;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> running = new CopyOnWriteArrayList<>();

    /** Runs a task that ends. */
    public void run(String name, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("orderflow-" + name);
        running.add(thread);
        thread.start();
    }

    /** Runs a task that must not end before {@link #isStopping}; its heartbeat has the same name. */
    public void keep(String name, Runnable task) {
        run(name, heartbeats.of(name).watch(task));
    }

    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /**
     * Waits, at most until the service stops.
     *
     * @throws InterruptedException if the service stops
     */
    public void pause(long millis) throws InterruptedException {
        if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped");
        }
    }

    /**
     * Lingers after a round of work, at most until the service stops.
     *
     * @param beginNanos begin of the round, from {@link System#nanoTime}
     * @param done number of items in the round
     * @throws InterruptedException if the service stops
     */
    public void linger(long beginNanos, int done) throws InterruptedException {
        pause(BatchingWindow.linger(beginNanos, done).toMillis());
    }

    /** Signals all threads to finish their current work and start nothing new. */
    public void stop() {
        stopping.countDown();
    }

    /** Waits until all threads have ended, and interrupts those that have not within the limit. */
    public void join(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Thread thread : running) {
            thread.join(Duration.ofNanos(deadline - System.nanoTime()));
        }
        running.forEach(Thread::interrupt);
    }
}
