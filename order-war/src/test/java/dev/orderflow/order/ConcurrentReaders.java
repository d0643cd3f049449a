package dev.orderflow.order;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;

import dev.orderflow.order.OrderReads.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many concurrent readers of one order. */
final class ConcurrentReaders {

    private ConcurrentReaders() {}

    /** Starts clients that each read the order repeatedly. */
    static List<Look> looks(UUID id, int clients, int each) throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Look>>> running = Stream.generate(() -> threads.submit(() ->
                            Stream.generate(() -> OrderReads.at(id)).limit(each).toList()))
                    .limit(clients)
                    .toList();
            List<Look> all = new ArrayList<>();
            for (Future<List<Look>> one : running) {
                all.addAll(one.get(5, MINUTES));
            }
            return all;
        }
    }

    /**
     * Starts clients that all read at the same moment, repeatedly. During an outage they wait for Redis, but not for
     * each other.
     */
    static List<Look> bursts(UUID id, int clients, int bursts) throws Exception {
        try (var threads = Executors.newScheduledThreadPool(clients)) {
            List<Future<Look>> running = IntStream.range(0, clients * bursts)
                    .<Future<Look>>mapToObj(
                            i -> threads.schedule(() -> OrderReads.at(id), i / clients * 100L, MILLISECONDS))
                    .toList();
            List<Look> all = new ArrayList<>();
            for (Future<Look> one : running) {
                all.add(one.get(5, MINUTES));
            }
            return all;
        }
    }
}
