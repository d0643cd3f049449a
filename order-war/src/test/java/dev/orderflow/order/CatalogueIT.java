package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class CatalogueIT {

    private static final int CLIENTS = 16;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private String path;

    @BeforeEach
    void name() {
        path = "/api/products/P-" + UUID.randomUUID();
    }

    @Test
    void a_product_is_added_once_and_then_changed() {
        var added = put(1000);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("ETag")).contains("\"0.v1\"");
        var changed = put(1500);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"1.v1\"");
        var read = api.get(path);
        assertThat(read.body()).isEqualTo(changed.body());
        assertThat(read.headers().firstValue("ETag")).contains("\"1.v1\"");
        assertThat(JsonPath.from(read.body()).getLong("unitPrice")).isEqualTo(1500);
    }

    @Test
    void a_change_that_names_another_version_is_answered_412_and_changes_nothing() {
        put(1000);
        assertThat(put(1100, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
        var refused = put(1200, "If-Match", "\"0\"");
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("/problems/precondition-failed");
        assertThat(JsonPath.from(api.get(path).body()).getLong("unitPrice")).isEqualTo(1100);
        assertThat(put(1200, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_of_what_does_not_exist_and_an_addition_of_what_does_are_answered_412() {
        assertThat(put(1000, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(put(1000, "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(api.get(path).statusCode()).isEqualTo(404);
        assertThat(put(1000, "If-None-Match", "*").statusCode()).isEqualTo(201);
        assertThat(put(1000, "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(put(1100, "If-Match", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void of_many_who_change_the_same_version_one_does() throws Exception {
        put(1000);
        List<Integer> answers = together(() -> put(2000, "If-Match", "\"0\"").statusCode());
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(JsonPath.from(api.get(path).body()).getInt("version")).isEqualTo(1);
    }

    @Test
    void of_many_who_add_the_same_product_one_does_and_the_others_change_it() throws Exception {
        List<Integer> answers = together(() -> put(2000).statusCode());
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void an_unchanged_product_costs_no_body() {
        put(1000);
        var unchanged = api.get(path, "If-None-Match", "\"0.v1\"");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).contains("\"0.v1\"");
        assertThat(unchanged.body()).isEmpty();
        assertThat(api.get(path, "If-None-Match", "\"7\"").statusCode()).isEqualTo(200);
    }

    /** A proxy that compresses a body weakens its ETag. */
    @ParameterizedTest
    @ValueSource(strings = {"W/\"0.v1\"", "\"7.v1\", W/\"0.v1\"", "\"x\",\"0.v1\"", "*"})
    void a_reader_that_knows_the_body_gets_none_whatever_became_of_its_tag(String tags) throws IOException {
        put(1000);
        assertThat(api.get(path, "If-None-Match", tags).statusCode()).isEqualTo(304);
        try (var http = new RawHttp(TestEnvironment.server().baseUri())) {
            var head = new RawRequest("HEAD", path, List.of("If-None-Match: " + tags), "", false);
            assertThat(http.send(head).status()).isEqualTo(304);
        }
    }

    /** The previous release may render the same version differently. */
    @Test
    void the_tag_of_another_form_names_the_version_to_a_change_and_not_the_body_to_a_reader() {
        put(1000);
        for (String tag : new String[] {"\"0\"", "\"0.v0\"", "W/\"0\""}) {
            assertThat(api.get(path, "If-None-Match", tag).statusCode()).as(tag).isEqualTo(200);
        }
        assertThat(put(1100, "If-Match", "\"0\"").statusCode()).isEqualTo(200);
        assertThat(put(1200, "If-Match", "\"1.v0\"").statusCode()).isEqualTo(200);
        assertThat(put(1300, "If-Match", "\"1.v1\"").statusCode()).isEqualTo(412);
    }

    @Test
    void a_weak_tag_names_no_version_to_a_change() {
        put(1000);
        assertThat(put(1100, "If-Match", "W/\"0.v1\"").statusCode()).isEqualTo(412);
        assertThat(put(1100, "If-Match", "W/\"0.v1\", \"0.v1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_leads_to_the_next_as_long_as_there_is_one() {
        put(1000);
        var first = api.get("/api/products?limit=1");
        String sku = JsonPath.from(first.body()).getString("[0].sku");
        assertThat(first.headers().firstValue("Link"))
                .contains("</api/products?limit=1&after=%s>; rel=\"next\"".formatted(sku));
        assertThat(api.get("/api/products?after=zzz").headers().firstValue("Link"))
                .isEmpty();
    }

    private HttpResponse<String> put(long price, String... headers) {
        return api.put(path, "{\"name\": \"A product\", \"unitPrice\": %d}".formatted(price), headers);
    }

    private static List<Integer> together(Callable<Integer> request) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var answer : clients.invokeAll(Collections.nCopies(CLIENTS, request))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
