package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What reaches a service from outside of the cluster. */
final class RouteRules {

    private static final String NOBODY = "nobody";

    /** Requests and who answers them. */
    private static final Map<String, String> ANSWERED = new TreeMap<>();

    static {
        Stream.of(
                        "GET /",
                        "GET /console/app.js",
                        "GET /api/console",
                        "POST /api/orders",
                        "GET /api/orders?limit=20",
                        "GET /api/orders/1/stream",
                        "POST /api/orders/1/cancel",
                        "GET /api/products",
                        "GET /api/products/BOOK-001")
                .forEach(request -> ANSWERED.put(request, "order"));
        Stream.of("GET /api/stock", "GET /api/stock/BOOK-001", "GET /api/reservations/1")
                .forEach(request -> ANSWERED.put(request, "inventory"));
        Stream.of("GET /api/payments/1", "POST /api/payments/webhooks")
                .forEach(request -> ANSWERED.put(request, "payment"));
        Stream.of(
                        "POST /api/stock/BOOK-001/adjustments",
                        "PUT /api/products/BOOK-001",
                        "GET /api/dead-letters",
                        "POST /api/dead-letters/1/redrive",
                        "DELETE /api/dead-letters/1",
                        "GET /api/gateway/charges",
                        "POST /api/gateway/charges",
                        "GET /api/reconciliation",
                        "POST /api/payments/1",
                        "GET /api/ordersx",
                        "GET /health",
                        "GET /health/ready",
                        "GET /openapi",
                        "GET /openapi/ui")
                .forEach(request -> ANSWERED.put(request, NOBODY));
    }

    private RouteRules() {}

    /** A Service that is open by itself is a way in, too. Manifests without a way in have nothing to keep to. */
    static Stream<String> routes(Manifests manifests) {
        Stream<String> open = manifests
                .all(Service.class)
                .filter(service -> service.getSpec().getType() != null
                        && !service.getSpec().getType().equals("ClusterIP"))
                .map(service -> Manifests.nameOf(service) + " is open to whoever reaches a node");
        Stream<String> ingresses = manifests
                .all(Ingress.class)
                .map(ingress -> Manifests.nameOf(ingress) + " lets every method pass: use an HTTPRoute");
        Stream<String> wrong = manifests.all(HTTPRoute.class).findAny().isEmpty()
                ? Stream.empty()
                : ANSWERED.entrySet().stream()
                        .filter(entry -> !answers(manifests, entry.getKey()).equals(List.of(entry.getValue())))
                        .map(entry -> entry.getKey() + " must be answered by " + entry.getValue() + ", not by "
                                + answers(manifests, entry.getKey()));
        return Stream.of(open, ingresses, wrong).flatMap(violations -> violations);
    }

    private static List<String> answers(Manifests manifests, String request) {
        List<String> services = manifests
                .all(HTTPRoute.class)
                .flatMap(route -> route.getSpec().getRules().stream())
                .filter(rule -> matches(rule, request))
                .flatMap(rule -> rule.getBackendRefs().stream())
                .map(backend -> backend.getName())
                .toList();
        return services.isEmpty() ? List.of(NOBODY) : services;
    }

    private static boolean matches(HTTPRouteRule rule, String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1).replaceFirst("\\?.*", "");
        return rule.getMatches().stream().anyMatch(match -> matches(match, method, path));
    }

    private static boolean matches(HTTPRouteMatch match, String method, String path) {
        HTTPPathMatch wanted = match.getPath();
        boolean fits = wanted == null
                || switch (wanted.getType()) {
                    case "Exact" -> path.equals(wanted.getValue());
                    case "PathPrefix" ->
                        path.equals(wanted.getValue())
                                || path.startsWith(wanted.getValue().replaceFirst("/?$", "/"));
                    default -> throw new IllegalArgumentException("unknown type " + wanted.getType());
                };
        return fits && (match.getMethod() == null || match.getMethod().equals(method));
    }
}
