package dev.orderflow.order;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a stream of server-sent events until it is closed. */
final class SseClient implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<Stream<String>> response;
    private final List<Message> heard = new ArrayList<>();
    private volatile @Nullable String lastId;
    private final AtomicInteger comments = new AtomicInteger();
    private final Thread reader;

    /** An event with data. */
    record Message(String id, String event, String data) {

        boolean isOf(Object orderId) {
            return data.contains("\"orderId\":\"" + orderId + "\"");
        }
    }

    private SseClient(HttpResponse<Stream<String>> response) {
        this.response = response;
        reader = Thread.startVirtualThread(this::read);
    }

    static SseClient open(String path, @Nullable String lastEventId) {
        return open(TestEnvironment.server(), path, lastEventId);
    }

    /** Returns when the response headers have arrived. */
    static SseClient open(LibertyServer server, String path, @Nullable String lastEventId) {
        var request =
                HttpRequest.newBuilder(URI.create(server.baseUri() + path)).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new SseClient(HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .join());
    }

    static SseClient open(String path) {
        return open(path, null);
    }

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Returns the events so far. */
    List<Message> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /**
     * Returns the id for a reconnect, as EventSource does: of the last event, or of a later block that has only an id.
     */
    @Nullable
    String lastId() {
        return lastId;
    }

    int comments() {
        return comments.get();
    }

    boolean isOpen() {
        return reader.isAlive();
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        List<String> fields = new ArrayList<>();
        try {
            response.body().forEach(line -> {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (!line.isEmpty()) {
                    fields.add(line);
                } else if (!fields.isEmpty()) {
                    hear(fields);
                    fields.clear();
                }
            });
        } catch (UncheckedIOException | IllegalStateException e) {
            // Closed, possibly before the first read.
            fields.clear();
        }
    }

    private void hear(List<String> fields) {
        lastId = value(fields, "id");
        if (value(fields, "data").isEmpty()) {
            return;
        }
        synchronized (heard) {
            heard.add(new Message(value(fields, "id"), value(fields, "event"), value(fields, "data")));
        }
    }

    private static String value(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name + ": "))
                .map(field -> field.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
