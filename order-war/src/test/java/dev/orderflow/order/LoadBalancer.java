package dev.orderflow.order;

import dev.orderflow.localstack.server.LibertyServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests round-robin to the servers that were ready at the last check, as a load balancer does. */
final class LoadBalancer implements AutoCloseable {

    private static final long ASK_EVERY_MILLIS = 200;

    private final List<LibertyServer> servers;
    private final List<LibertyServer> ready;
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService timer;
    private final List<Future<?>> asking;

    LoadBalancer(List<LibertyServer> servers) {
        this.servers = servers;
        ready = new CopyOnWriteArrayList<>(servers);
        timer = Executors.newScheduledThreadPool(servers.size());
        asking = servers.stream()
                .<Future<?>>map(server -> timer.scheduleWithFixedDelay(
                        () -> ask(server), ASK_EVERY_MILLIS, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
    }

    private void ask(LibertyServer server) {
        if (!HealthProbe.isReady(server.baseUri())) {
            ready.remove(server);
        } else if (!ready.contains(server)) {
            ready.add(server);
        }
    }

    boolean sendsTo(LibertyServer server) {
        return ready.contains(server);
    }

    OrderApiClient next() {
        List<LibertyServer> now = List.copyOf(ready);
        if (now.isEmpty()) {
            throw new IllegalStateException("none of " + servers.size() + " servers is ready");
        }
        return new OrderApiClient(
                now.get(Math.floorMod(turn.getAndIncrement(), now.size())).baseUri());
    }

    @Override
    public void close() {
        asking.forEach(one -> one.cancel(true));
        timer.shutdownNow();
    }
}
