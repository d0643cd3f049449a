package dev.orderflow.payment.application.settlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What the gateway has answered and nobody has recorded. Any thread adds, one takes: what comes until its next round,
 * together.
 */
final class AnswerQueue {

    private final BlockingQueue<ReceivedAnswer> answers = new LinkedBlockingQueue<>();
    private final int most;
    private long nextRoundNanos = System.nanoTime();

    /** @param most so many are there at a time: nothing comes before some of them are recorded */
    AnswerQueue(int most) {
        this.most = most;
    }

    void add(ReceivedAnswer answer) {
        answers.add(answer);
    }

    /** The next round may begin after this rest, or when no answer can come any more. */
    void rest(Duration rest) {
        nextRoundNanos = System.nanoTime() + rest.toNanos();
    }

    /** Waits for an answer, and takes with it what is answered until the next round may begin. */
    List<ReceivedAnswer> take() throws InterruptedException {
        List<ReceivedAnswer> ready = new ArrayList<>();
        ReceivedAnswer answer = answers.take();
        while (answer != null) {
            ready.add(answer);
            answers.drainTo(ready);
            answer = ready.size() < most
                    ? answers.poll(nextRoundNanos - System.nanoTime(), TimeUnit.NANOSECONDS)
                    : answers.poll();
        }
        return ready;
    }
}
