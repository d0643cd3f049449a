package dev.orderflow.order;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads orders through {@link OrderApiClient}, with the details that a test of the cache needs. */
final class OrderReads {

    /**
     * The response to a read.
     *
     * @param cacheStatus empty without the header
     * @param took from the request to the complete response
     */
    record Look(int status, String tag, String cacheStatus, String body, Duration took) {

        long version() {
            return Long.parseLong(tag.replaceAll("\"|\\..*", ""));
        }

        boolean isHit() {
            return cacheStatus.equals("orders; hit");
        }

        boolean isBypass() {
            return cacheStatus.startsWith("orders; fwd=bypass");
        }
    }

    private OrderReads() {}

    static Look at(UUID order) {
        return at(TestEnvironment.server().baseUri(), order);
    }

    static Look at(URI server, UUID order, String... headers) {
        return timed(() -> new OrderApiClient(server).get("/api/orders/" + order, headers));
    }

    /** Reads with If-None-Match. */
    static Look unless(String tag, UUID order) {
        return at(TestEnvironment.server().baseUri(), order, "If-None-Match", tag);
    }

    /** Returns the order in the response to its cancellation. */
    static Look cancel(UUID order) {
        return timed(() -> new OrderApiClient(TestEnvironment.server().baseUri()).cancel(order));
    }

    private static Look timed(Supplier<HttpResponse<String>> request) {
        long begin = System.nanoTime();
        HttpResponse<String> response = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        var headers = response.headers();
        return new Look(
                response.statusCode(),
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("Cache-Status").orElse(""),
                response.body(),
                took);
    }
}
