package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.AnswerHeadersContract;
import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class AnswerHeadersIT extends AnswerHeadersContract {

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    AnswerHeadersIT() {
        super(Set.of("/api/products", "/api/products/{sku}"));
    }

    @Override
    protected Map<String, String> existing() {
        return Map.of("id", api.place("c-headers").toString(), "sku", "BOOK-001");
    }

    @Test
    void what_is_done_to_an_order_is_kept_by_no_cache() throws IOException {
        String key = UUID.randomUUID().toString();
        var placed = api.place(key, "c-headers", "BOOK-001", 1);
        var replayed = api.place(key, "c-headers", "BOOK-001", 1);
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(replayed.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(replayed.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        String order = placed.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        for (int status : new int[] {202, 200, 409}) {
            if (status == 409) {
                OrderRows.execute("update orders set status = 'CONFIRMED', reason = null where id = '%s'"
                        .formatted(order.substring(order.lastIndexOf('/') + 1)));
            }
            RawAnswer cancelled = send("POST", order + "/cancel");
            assertThat(cancelled.status()).isEqualTo(status);
            assertSafe(cancelled, "no-store");
        }
    }

    /** Caches must not store the response, but a client that kept it may revalidate. */
    @Test
    void a_client_asks_whether_its_order_has_changed() throws IOException {
        String path = "/api/orders/" + api.place("c-headers");
        String tag = send("GET", path).header("ETag");
        assertThat(tag).isNotEmpty();
        RawAnswer unchanged = send("GET", path, "If-None-Match: " + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertSafe(unchanged, "no-store");
    }

    @Test
    void a_cache_asks_whether_a_product_has_changed() throws IOException {
        String tag = send("GET", "/api/products/BOOK-001").header("ETag");
        RawAnswer unchanged = send("GET", "/api/products/BOOK-001", "If-None-Match: " + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertSafe(unchanged, "no-cache");
    }
}
