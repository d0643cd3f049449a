package dev.orderflow.payment.application.settlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers that are not recorded yet. Many threads add, one takes a batch. */
final class AnswerQueue {

    private final BlockingQueue<ReceivedAnswer> answers = new LinkedBlockingQueue<>();
    private final int capacity;
    private long windowEndNanos = System.nanoTime();

    /** @param capacity of the queue: no further answer can arrive before some of them are recorded */
    AnswerQueue(int capacity) {
        this.capacity = capacity;
    }

    void add(ReceivedAnswer answer) {
        answers.add(answer);
    }

    /** Sets the batching window: the next batch ends after it, or as soon as no other answer can arrive. */
    void openWindow(Duration window) {
        windowEndNanos = System.nanoTime() + window.toNanos();
    }

    /** Waits for an answer, and takes it together with those that arrive in the batching window. */
    List<ReceivedAnswer> take() throws InterruptedException {
        List<ReceivedAnswer> ready = new ArrayList<>();
        ReceivedAnswer answer = answers.take();
        while (answer != null) {
            ready.add(answer);
            answers.drainTo(ready);
            answer = ready.size() < capacity
                    ? answers.poll(windowEndNanos - System.nanoTime(), TimeUnit.NANOSECONDS)
                    : answers.poll();
        }
        return ready;
    }
}
