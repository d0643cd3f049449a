package dev.orderflow.systemtests.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A reverse proxy with the routes of {@code kustomize/components/ingress}: one host for all three services, and a bare
 * 404 for requests that are not routed.
 */
final class PublicGateway implements AutoCloseable {

    private static final Path ROUTES = Path.of("..", "kustomize", "components", "ingress", "routes.yaml");
    private static final Pattern MATCH_OR_BACKEND = Pattern.compile(
            "path: \\{type: (?<type>\\w+), value: (?:'(?<quoted>[^']+)'|(?<plain>[^}']+))}.*\\s+method: (?<method>\\w+)"
                    + "|backendRefs:\\s+- name: (?<service>\\w+)");

    /** The request for the URLs of the other services, which share the host of the page. */
    private static final String CONSOLE = "GET /api/console";

    private static final String SAME_HOST = """
            {"inventoryUrl": "", "paymentUrl": "", "gatewayUrl": ""}""";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private record Route(Pattern path, String method, ServiceName service) {}

    private final Shop shop;
    private final List<Route> routes;
    private final HttpServer server;
    /** HTTP/1.1, because Liberty does not respond to every upgrade request. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PublicGateway(Shop shop) throws IOException {
        this.shop = shop;
        routes = routes(Files.readString(ROUTES));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** The matches of a rule precede its backend. */
    private static List<Route> routes(String yaml) {
        List<Route> routes = new ArrayList<>();
        List<MatchResult> waiting = new ArrayList<>();
        MATCH_OR_BACKEND.matcher(yaml).results().forEach(found -> {
            if (found.group("service") == null) {
                waiting.add(found);
            } else {
                ServiceName service = ServiceName.valueOf(found.group("service").toUpperCase(Locale.ROOT));
                waiting.forEach(match -> routes.add(new Route(path(match), match.group("method"), service)));
                waiting.clear();
            }
        });
        return List.copyOf(routes);
    }

    private static Pattern path(MatchResult match) {
        String value = Objects.requireNonNullElse(match.group("quoted"), match.group("plain"));
        return Pattern.compile(match.group("type").equals("Exact") ? Pattern.quote(value) : value);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String method = exchange.getRequestMethod();
            Optional<Route> route = routes.stream()
                    .filter(one -> one.method().equals(method)
                            && one.path().matcher(uri.getRawPath()).matches())
                    .findFirst();
            if (route.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (CONSOLE.equals(method + " " + uri)) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                send(exchange, 200, SAME_HOST.getBytes(StandardCharsets.UTF_8));
            } else {
                pass(exchange, shop.url(route.get().service(), uri.toString()));
            }
        }
    }

    private void pass(HttpExchange exchange, String url) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        List.of("Accept", "Content-Type", "Idempotency-Key").forEach(name -> {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            List.of("Content-Type", "Content-Security-Policy")
                    .forEach(name -> response.headers()
                            .firstValue(name)
                            .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            send(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a service answered", e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
