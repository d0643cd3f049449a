package dev.orderflow.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.rules.OverlayRule;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detects routes that expose more than they seem to. */
class RoutesTest {

    @ParameterizedTest(name = "{1} on {0} opens {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            order     | {path: {type: PathPrefix, value: /api/orders}, method: POST}                  | POST /api/orders/01a206f8-021f-7798-a2bc-15cc07700889/cancel
            order     | {path: {type: PathPrefix, value: /api/orders}, method: GET}                   | GET /api/orders/01a206f8-021f-7798-a2bc-15cc07700889/timeline
            order     | {path: {type: RegularExpression, value: '^/api/orders/[^/]+$'}, method: GET}  | GET /api/orders/counts
            order     | {path: {type: RegularExpression, value: '^/api/orders/[0-9a-f-]{36}'}, method: GET} | GET /api/orders/01a206f8-021f-7798-a2bc-15cc07700889/stream
            order     | {path: {type: RegularExpression, value: '/api/orders/[0-9a-f-]{36}$'}, method: GET} | GET /x/api/orders/01a206f8-021f-7798-a2bc-15cc07700889
            order     | {path: {type: Exact, value: /api/products}}                                   | HEAD /api/products
            order     | {path: {type: PathPrefix, value: /console}, method: GET}                      | GET /console/..%2Fapi/orders
            order     | {path: {type: Exact, value: /openapi}}                                        | GET /openapi
            order     | {method: DELETE}                                                              | DELETE /api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889
            inventory | {path: {type: PathPrefix, value: /api/stock}, method: GET}                    | GET /api/stock/BOOK-001/movements
            inventory | {path: {type: PathPrefix, value: /api/stock}, method: PUT}                    | PUT /api/stock/BOOK-001/threshold
            inventory | {path: {type: PathPrefix, value: /api/stock}, method: POST}                   | POST /api/stock/BOOK-001/adjustments
            inventory | {path: {type: PathPrefix, value: /api/reservations}, method: GET}             | GET /api/reservations/01a206f8-021f-7798-a2bc-15cc07700889
            payment   | {path: {type: PathPrefix, value: /api/payments}, method: GET}                 | GET /api/payments/01a206f8-021f-7798-a2bc-15cc07700889
            payment   | {path: {type: Exact, value: /api/reconciliation}, method: GET}                | GET /api/reconciliation
            """)
    void a_route_that_is_too_wide_is_found(String route, String match, String opened) throws IOException {
        assertThat(violations(OverlayRule.ROUTES_LEAD_TO_PUBLIC_ENDPOINTS_ONLY, route, "add", "/matches/-", match))
                .anySatisfy(violation -> assertThat(violation)
                        .startsWith(opened + " must be answered by nobody, not by [")
                        .contains(route));
    }

    @ParameterizedTest
    @CsvSource({"order", "inventory", "payment"})
    void a_rule_without_a_match_opens_everything(String route) throws IOException {
        assertThat(violations(OverlayRule.ROUTES_LEAD_TO_PUBLIC_ENDPOINTS_ONLY, route, "replace", "/matches", "[]"))
                .anySatisfy(violation -> assertThat(violation)
                        .startsWith("GET /nowhere must be answered by nobody")
                        .contains(route));
    }

    @ParameterizedTest
    @CsvSource({"order", "inventory", "payment"})
    void a_route_that_rewrites_paths_is_found(String route) throws IOException {
        String rewrite =
                "[{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /api/orders}}}]";

        assertThat(violations(OverlayRule.ROUTES_ARE_THE_ONLY_WAY_IN, route, "add", "/filters", rewrite))
                .anySatisfy(violation ->
                        assertThat(violation).startsWith("HTTPRoute/" + route).contains("rewrites"));
    }

    private static Iterable<String> violations(
            OverlayRule rule, String route, String operation, String path, String value) throws IOException {
        String name = "routes/" + Integer.toHexString((route + operation + path + value).hashCode());
        return rule.violations(
                Kustomize.render(Kustomize.laidOver(Overlay.PROD, name, """
                patches:
                  - target: {kind: HTTPRoute, name: %s}
                    patch: |-
                      - {op: %s, path: /spec/rules/0%s, value: %s}
                """.formatted(route, operation, path, value))));
    }
}
