package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the services that answer a request to the gateway. Where controllers differ, the most permissive interpretation
 * counts.
 */
record GatewayRoutes(List<HTTPRoute> routes) {

    static final String NOBODY = "nobody";

    static GatewayRoutes of(Manifests manifests) {
        return new GatewayRoutes(manifests.all(HTTPRoute.class).toList());
    }

    boolean isEmpty() {
        return routes.isEmpty();
    }

    /** Returns the names of the services. */
    List<String> answer(String request) {
        List<String> services = routes.stream()
                .flatMap(route -> route.getSpec().getRules().stream())
                .filter(rule -> matches(rule, request))
                .flatMap(rule -> rule.getBackendRefs().stream())
                .map(backend -> backend.getName())
                .distinct()
                .toList();
        return services.isEmpty() ? List.of(NOBODY) : services;
    }

    /** A rule without matches accepts every request. */
    private static boolean matches(HTTPRouteRule rule, String request) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1).replaceFirst("\\?.*", "");
        return rule.getMatches().isEmpty()
                || rule.getMatches().stream().anyMatch(match -> matches(match, method, path));
    }

    private static boolean matches(HTTPRouteMatch match, String method, String path) {
        return (match.getPath() == null || matches(match.getPath(), path))
                && (match.getMethod() == null || match.getMethod().equals(method));
    }

    /** Some controllers search for the expression anywhere in the path, so it must be anchored. */
    private static boolean matches(HTTPPathMatch match, String path) {
        return switch (match.getType()) {
            case "Exact" -> path.equals(match.getValue());
            case "PathPrefix" ->
                path.equals(match.getValue())
                        || path.startsWith(match.getValue().replaceFirst("/?$", "/"));
            case "RegularExpression" ->
                Pattern.compile(match.getValue()).matcher(path).find();
            default -> throw new IllegalArgumentException("unknown type " + match.getType());
        };
    }
}
