package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Registers paths and their methods. Any other method is answered with 405, any other path with 404. */
public record HttpRoutes(HttpRules rules) {

    /**
     * Adds a path.
     *
     * @param methods handlers by method name, such as GET, which also handles HEAD
     */
    public HttpRoutes at(String path, Map<String, Consumer<JsonExchange>> methods) {
        methods.forEach((method, action) -> handle(method, path, action));
        if (methods.containsKey("GET")) {
            handle("HEAD", path, methods.get("GET"));
        }
        String allowed = Stream.concat(methods.keySet().stream(), Stream.of("HEAD", "OPTIONS"))
                .filter(method -> !method.equals("HEAD") || methods.containsKey("GET"))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), names -> String.join(", ", names)));
        rules.any(path, (request, response) -> {
            response.headers().set(HeaderNames.ALLOW, allowed);
            if (!request.prologue().method().equals(Method.OPTIONS)) {
                throw ProblemException.of(Status.METHOD_NOT_ALLOWED_405);
            }
            response.send();
        });
        return this;
    }

    private void handle(String method, String path, Consumer<JsonExchange> action) {
        rules.route(
                Method.create(method), path, (request, response) -> action.accept(new JsonExchange(request, response)));
    }

    public void otherwiseNotFound() {
        rules.any((request, response) -> {
            throw ProblemException.of(Status.NOT_FOUND_404);
        });
    }
}
