package dev.orderflow.gatewaysimulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    private static final List<String> NONE = List.of();

    private final SourceRules local = SourceRules.of(NONE, NONE);
    private final SourceRules shop = SourceRules.of(
            List.of("Shop.example.com", " www.example.com "), List.of("http://localhost:9080", "https://Desk.example"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:9080", "127.0.0.1:1", "[::1]", "[::1]:65535"})
    void this_machines_names_are_known_whatever_else_is(String host) {
        assertThat(local.refusal(read(host))).isNull();
        assertThat(shop.refusal(read(host))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example.com", "SHOP.example.com:443", "www.example.com:9080"})
    void names_are_known_that_were_given_and_nothing_opens_without(String host) {
        assertThat(shop.refusal(read(host))).isNull();
        assertThat(local.refusal(read(host))).isEqualTo(SourceRefusal.UNKNOWN_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "a.shop.example.com",
                "shop.example.com.",
                "shop.example.com.evil.example",
                "localhost.evil.example:80",
                "10.0.0.7:9080",
                "127.0.0.2",
                "[::2]",
                ""
            })
    void no_other_name_is_known(String host) {
        assertThat(shop.refusal(read(host))).isEqualTo(SourceRefusal.UNKNOWN_HOST);
    }

    @Test
    void blanks_and_wildcards_open_nothing() {
        var rules = SourceRules.of(List.of("", " ", "*"), List.of("", " ", "*"));
        assertThat(rules.refusal(read("elsewhere.example"))).isEqualTo(SourceRefusal.UNKNOWN_HOST);
        assertThat(rules.refusal(read(""))).isEqualTo(SourceRefusal.UNKNOWN_HOST);
        assertThat(rules.refusal(change("localhost", "http://elsewhere.example")))
                .isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
        assertThat(rules.refusal(change("localhost", ""))).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
    }

    @Test
    void a_request_without_a_name_or_with_two_is_refused() {
        for (List<String> hosts : List.of(NONE, List.of("localhost", "localhost"))) {
            assertThat(local.refusal(new RequestSource("GET", hosts, NONE, NONE, NONE, NONE, false)))
                    .isEqualTo(SourceRefusal.UNKNOWN_HOST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9080, http://localhost:9080",
        "LocalHost:9080, http://localhost:9080",
        "localhost,      http://localhost",
        "localhost:80,   http://localhost",
        "localhost,      http://localhost:80",
        "localhost,      https://localhost:443",
        "localhost:443,  https://localhost",
        "[::1]:9080,     http://[::1]:9080",
        "127.0.0.1:9080, http://127.0.0.1:9080"
    })
    void a_page_makes_changes_where_it_comes_from(String host, String origin) {
        assertThat(local.refusal(change(host, origin))).isNull();
        assertThat(local.refusal(change(host, origin, "same-origin"))).isNull();
        for (String site : List.of("same-site", "cross-site", "none", "")) {
            assertThat(local.refusal(change(host, origin, site))).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9080, http://localhost:9081",
        "localhost:9080, http://127.0.0.1:9080",
        "localhost:9080, http://localhost",
        "localhost:9080, https://localhost",
        "localhost,      https://localhost:80",
        "localhost:9080, ftp://localhost:9080",
        "localhost:9080, //localhost:9080",
        "localhost:9080, localhost:9080",
        "localhost:9080, http://localhost:9080/",
        "localhost:9080, http://me@localhost:9080",
        "localhost:9080, 'http://localhost:9080, http://localhost:9080'",
        "localhost:9080, http://localhost:9080.evil.example",
        "localhost:9080, http://evil.example",
        "localhost:9080, null",
        "localhost:9080, *",
        "localhost:9080, ''"
    })
    void a_page_changes_nothing_anywhere_else(String host, String origin) {
        assertThat(local.refusal(change(host, origin))).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
        assertThat(local.refusal(change(host, origin, "same-origin"))).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
    }

    @Test
    void a_console_from_elsewhere_makes_changes_however_far_away_the_browser_finds_it() {
        for (String origin : List.of("http://localhost:9080", "HTTPS://desk.example")) {
            for (String site : List.of("same-site", "cross-site")) {
                assertThat(shop.refusal(change("localhost:9081", origin, site))).isNull();
            }
        }
        assertThat(shop.refusal(change("localhost:9081", "https://localhost:9080")))
                .isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS", "https, http", "http ,\thttps"})
    void a_page_of_http_changes_nothing_where_any_proxy_was_asked_by_https(String protocols) {
        for (String origin : List.of("http://shop.example.com", "https://shop.example.com")) {
            var request = new RequestSource(
                    "POST", List.of("shop.example.com"), List.of(origin), NONE, List.of(protocols), NONE, false);
            assertThat(shop.refusal(request))
                    .isEqualTo(origin.startsWith("https") ? null : SourceRefusal.FOREIGN_ORIGIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void to_read_a_request_may_come_from_anywhere(String method) {
        var request = new RequestSource(
                method,
                List.of("localhost"),
                List.of("null"),
                List.of("cross-site"),
                NONE,
                List.of("text/plain"),
                true);
        assertThat(local.refusal(request)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "post", "get", "MKCOL"})
    void every_other_method_makes_changes(String method) {
        var request = new RequestSource(method, List.of("localhost"), List.of("null"), NONE, NONE, NONE, false);
        assertThat(local.refusal(request)).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
    }

    @Test
    void a_request_without_an_origin_is_a_programs_unless_the_browser_says_otherwise() {
        assertThat(local.refusal(change("localhost", null))).isNull();
        assertThat(local.refusal(change("localhost", null, "none"))).isNull();
        assertThat(local.refusal(change("localhost", null, "same-origin"))).isNull();
        for (String site : List.of("same-site", "cross-site", "Same-Origin", "")) {
            assertThat(local.refusal(change("localhost", null, site))).isEqualTo(SourceRefusal.FOREIGN_ORIGIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON;charset=utf-8", "application/json ; a=b"})
    void json_is_let_in_with_a_body_and_without(String type) {
        assertThat(local.refusal(content(List.of(type), true))).isNull();
        assertThat(local.refusal(content(List.of(type), false))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=application/json",
                "text/plain",
                "text/plain; application/json",
                "application/json, text/plain",
                "application/problem+json",
                "*/*",
                ";",
                ""
            })
    void no_other_type_is_let_in_with_a_body_or_without(String type) {
        for (boolean hasBody : new boolean[] {true, false}) {
            assertThat(local.refusal(content(List.of(type), hasBody))).isEqualTo(SourceRefusal.NOT_JSON);
            assertThat(local.refusal(content(List.of("application/json", type), hasBody)))
                    .isEqualTo(SourceRefusal.NOT_JSON);
        }
    }

    @Test
    void only_a_request_without_a_body_needs_no_type() {
        assertThat(local.refusal(content(NONE, false))).isNull();
        assertThat(local.refusal(content(NONE, true))).isEqualTo(SourceRefusal.NOT_JSON);
    }

    private static RequestSource read(String host) {
        return new RequestSource("GET", List.of(host), NONE, NONE, NONE, NONE, false);
    }

    private static RequestSource change(String host, @Nullable String origin, String... sites) {
        return new RequestSource(
                "POST", List.of(host), origin == null ? NONE : List.of(origin), List.of(sites), NONE, NONE, false);
    }

    private static RequestSource content(List<String> types, boolean hasBody) {
        return new RequestSource("POST", List.of("localhost"), NONE, NONE, NONE, types, hasBody);
    }
}
