package dev.orderflow.kustomize.rules;

import static dev.orderflow.kustomize.rules.GatewayRoutes.NOBODY;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rules for requests from outside the cluster. */
final class RouteRules {

    /**
     * The public requests and their services. The services do not authenticate callers, so nothing else may be routed.
     */
    private static final Map<String, String> PUBLIC = Map.of(
            "GET /api/console", "order",
            "POST /api/orders", "order",
            "GET /api/orders/{id}", "order",
            "GET /api/products", "order",
            "GET /api/products/{sku}", "order",
            "GET /api/stock", "inventory",
            "GET /api/stock/{sku}", "inventory",
            "POST /api/payments/webhooks", "payment"); // rejected without the gateway's signature

    private static final String ID = "01a206f8-021f-7798-a2bc-15cc07700889";

    /** Requests that must not be routed: they resemble public ones, or are no resources. */
    private static final List<String> CLOSED = List.of(
            "GET /api/orders?limit=20",
            "GET /api/orders?customerId=c-42",
            "GET /api/orders/1",
            "GET /api/orders/" + ID + "0",
            "GET /api/orders/" + ID + ";a=b/timeline",
            "GET /api/orders/" + ID + "%2Ftimeline",
            "GET /api/ordersx",
            "GET /api/stock/BOOK-001%2Fmovements",
            "GET /api/stock/BOOK-001;a=b",
            "GET /console/../api/orders",
            "GET /console/..%2Fapi/orders",
            "GET /console/..;/api/orders",
            "GET /console//api/orders",
            "GET /x/api/orders/" + ID,
            "GET /x/console/app.js",
            "GET /WEB-INF/web.xml",
            "GET /health",
            "GET /health/ready",
            "GET /metrics",
            "GET /openapi",
            "GET /openapi/ui",
            "GET /api",
            "GET /nowhere");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Set<String> ENDPOINTS = ApiEndpoints.ofTheServices();

    private static final Map<String, String> ANSWERED = answered();

    private RouteRules() {}

    /** Returns requests and their services: every endpoint with every method, subpaths, and the console's files. */
    private static Map<String, String> answered() {
        Map<String, String> answered = new TreeMap<>();
        CLOSED.forEach(request -> answered.put(request, NOBODY));
        ENDPOINTS.stream()
                .map(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1))
                .flatMap(path -> METHODS.stream().map(method -> method + " " + path))
                .forEach(endpoint -> {
                    answered.put(request(endpoint), PUBLIC.getOrDefault(endpoint, NOBODY));
                    answered.put(request(endpoint) + "/", NOBODY);
                });
        Path files = Kustomize.ROOT.resolve("order-war/src/main/webapp");
        RepositorySources.below(files, "console/**").stream()
                .filter(file -> file.toFile().isFile())
                .forEach(file -> answered.put("GET /" + files.relativize(file), "order"));
        answered.put("GET /", "order");
        return answered;
    }

    private static String request(String endpoint) {
        return endpoint.replace("{sku}", "BOOK-001").replaceAll("\\{\\w+}", ID);
    }

    /** Manifests without routes comply. */
    static Stream<String> routes(Manifests manifests) {
        GatewayRoutes routes = GatewayRoutes.of(manifests);
        if (routes.isEmpty()) {
            return Stream.empty();
        }
        Stream<String> unknown = PUBLIC.keySet().stream()
                .filter(endpoint -> !ENDPOINTS.contains(endpoint))
                .map(endpoint -> endpoint + " is public, but is no endpoint");
        Stream<String> wrong = ANSWERED.entrySet().stream()
                .filter(entry -> !routes.answer(entry.getKey()).equals(List.of(entry.getValue())))
                .map(entry -> entry.getKey() + " must be answered by " + entry.getValue() + ", not by "
                        + routes.answer(entry.getKey()));
        return Stream.concat(unknown, wrong);
    }

    /** A Service can be reachable directly, and routes without methods or with rewritten paths can open more. */
    static Stream<String> ways(Manifests manifests) {
        Stream<String> open = manifests
                .all(Service.class)
                .filter(service -> isOpen(service.getSpec()))
                .map(service -> Manifests.nameOf(service) + " is open to whoever reaches a node");
        Stream<String> ingresses = manifests
                .all(Ingress.class)
                .map(ingress -> Manifests.nameOf(ingress) + " lets every method pass: use an HTTPRoute");
        Stream<String> others = manifests.objects().stream()
                .filter(RouteRules::isOtherRoute)
                .map(route -> Manifests.nameOf(route) + " is held against no list of requests: use an HTTPRoute");
        Stream<String> rewriting = manifests
                .all(HTTPRoute.class)
                .filter(route -> route.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getFilters().stream())
                        .anyMatch(filter -> filter.getType().equals("URLRewrite")))
                .map(route ->
                        Manifests.nameOf(route) + " rewrites paths, so a service answers another than was let pass");
        return Stream.of(open, ingresses, others, rewriting).flatMap(violations -> violations);
    }

    private static boolean isOpen(ServiceSpec service) {
        boolean isInternal = service.getType() == null || service.getType().equals("ClusterIP");
        return !isInternal || !service.getExternalIPs().isEmpty();
    }

    private static boolean isOtherRoute(HasMetadata object) {
        return object.getApiVersion().startsWith("gateway.networking.k8s.io/")
                && !(object instanceof Gateway || object instanceof HTTPRoute);
    }
}
