package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the differences that the service reports. */
record ReconciliationReports(Database database) {

    /** Waits until the present content of both ledgers has been compared. */
    void awaitPass() {
        long now = database.number("select (extract(epoch from clock_timestamp()) * 1000)::bigint");
        await("a pass that began later than this one")
                .atMost(SagaServices.LIMIT)
                .until(() -> {
                    String startedAt =
                            given().get("/api/reconciliation").jsonPath().getString("startedAt");
                    return startedAt != null && Instant.parse(startedAt).toEpochMilli() > now;
                });
    }

    /** Returns all present differences by key. */
    static Map<String, JsonPath> differences() {
        Map<String, JsonPath> found = new HashMap<>();
        String after = "";
        while (after != null) {
            String body = given().queryParam("after", after)
                    .get("/api/reconciliation?limit=20")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            JsonPath page = JsonPath.from(body);
            int items = page.getList("items").size();
            for (int i = 0; i < items; i++) {
                JsonPath item = JsonPath.from(body).setRootPath("items[" + i + "]");
                found.put(item.getString("key"), item);
            }
            after = page.getString("next");
        }
        return found;
    }

    static @Nullable String kind(Object key) {
        JsonPath difference = differences().get(key.toString());
        return difference == null ? null : difference.getString("kind");
    }

    static void awaitKind(Object key, String kind) {
        await("difference of " + key)
                .atMost(SagaServices.LIMIT)
                .untilAsserted(() -> assertThat(kind(key)).isEqualTo(kind));
    }

    static void awaitGone(Object key) {
        await("end of the difference of " + key)
                .atMost(SagaServices.LIMIT)
                .untilAsserted(() -> assertThat(kind(key)).isNull());
    }

    static List<String> keys() {
        return new ArrayList<>(differences().keySet());
    }
}
