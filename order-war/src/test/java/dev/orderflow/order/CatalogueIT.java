package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class CatalogueIT {

    private static final int CLIENTS = 16;

    private final Api api = new Api(TestEnvironment.server().baseUri());
    private String path;

    @BeforeEach
    void name() {
        path = "/api/products/P-" + UUID.randomUUID();
    }

    @Test
    void a_product_is_added_once_and_then_changed() {
        var added = put(1000);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("ETag")).contains("\"0\"");
        var changed = put(1500);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"1\"");
        var read = api.get(path);
        assertThat(read.body()).isEqualTo(changed.body());
        assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
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
        var unchanged = api.get(path, "If-None-Match", "\"0\"");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(unchanged.body()).isEmpty();
        assertThat(api.get(path, "If-None-Match", "\"7\"").statusCode()).isEqualTo(200);
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
