package dev.orderflow.localstack;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks concurrently. The first failure interrupts the others and is thrown. */
public final class ConcurrentTasks {
    private ConcurrentTasks() {}

    public static void run(List<Runnable> tasks) {
        // Platform threads, because a virtual thread pins its carrier while it initialises a class or starts a process,
        // and there is one carrier per processor.
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            CompletionService<Void> running = new ExecutorCompletionService<>(threads);
            int count = 0;
            for (Runnable task : tasks) {
                running.submit(task, null);
                count++;
            }
            try {
                for (int i = 0; i < count; i++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof StackFailure failure
                        ? failure
                        : new StackFailure("Cannot start: " + e.getCause(), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StackFailure("Starting was interrupted", e);
            }
        }
    }
}
