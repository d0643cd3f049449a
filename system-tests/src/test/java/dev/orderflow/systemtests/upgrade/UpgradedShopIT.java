package dev.orderflow.systemtests.upgrade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.BackendKind;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.launcher.LocalStack;
import dev.orderflow.systemtests.Shop;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The local stack starts on the databases of an older version. Kafka is empty: pending work is in the outboxes, or
 * waits for the gateway, which the dump left switched to DOWN.
 */
class UpgradedShopIT {

    private static final Path DUMPS =
            Path.of(System.getProperty("orderflow.root"), "audit/src/test/resources/upgrade/70c67a9");

    private static final String ANY_AGE = "1000000000";

    /** Extends deadlines, so that the age of the dumps does not matter. */
    private static final Map<String, String> WITHOUT_DEADLINES = Map.of(
            "ORDERFLOW_DEADLINE_PENDING_S", ANY_AGE,
            "ORDERFLOW_DEADLINE_RESERVED_S", ANY_AGE,
            "ORDERFLOW_RESERVATION_LIFE_S", ANY_AGE,
            "PAYMENT_DEADLINE_S", ANY_AGE);

    private static final int ORDERS = 50;

    /** The expected number of the dump's orders per final status. */
    private static final String ENDS = """
            CANCELLED CANCELLED_BY_CUSTOMER 9
            CANCELLED EXPIRED 6
            CONFIRMED 21
            REJECTED OUT_OF_STOCK 2
            REJECTED PAYMENT_DECLINED 12""";

    @TempDir
    private Path home;

    private StackOptions options;

    /** Uses embedded processes, whose data outlive them. */
    @BeforeEach
    void restore() throws IOException {
        options = new StackOptions(
                home, StackPorts.free(), Map.of(), BackendKind.PROCESSES, WITHOUT_DEADLINES, ProgressLog.silent());
        try (Backends backends = Backends.start(options)) {
            for (ServiceName service : ServiceName.values()) {
                backends.database(service).execute(Files.readString(DUMPS.resolve(service.database() + ".sql")));
            }
        }
    }

    @Test
    void orders_of_an_older_version_go_on_from_where_they_were_and_end_as_they_must() {
        try (LocalStack stack = LocalStack.start(options)) {
            Shop shop = Shop.of(stack);
            requireReadable(shop);

            given().delete(shop.gatewayUrl("/api/gateway/switches")).then().statusCode(204);
            for (ServiceName service : ServiceName.values()) {
                redriveThenDiscard(shop.url(service, "/api/dead-letters"));
            }

            shop.requireSound();
            assertThat(ends(stack)).isEqualTo(ENDS);
        }
    }

    private static void requireReadable(Shop shop) {
        List<String> orders = given().get(shop.url(ServiceName.ORDER, "/api/orders?limit=100"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(orders).hasSize(ORDERS);
        for (String order : orders) {
            assertThat(shop.timeline(UUID.fromString(order)).getList("items")).isNotEmpty();
            assertThat(status(shop.url(ServiceName.INVENTORY, "/api/reservations/" + order)))
                    .isIn(200, 404);
            assertThat(status(shop.url(ServiceName.PAYMENT, "/api/payments/" + order)))
                    .isIn(200, 404);
        }
    }

    private static int status(String url) {
        return given().get(url).statusCode();
    }

    /** All events of orders are handled. Only the one poison message of each service remains. */
    private static void redriveThenDiscard(String letters) {
        given().contentType(ContentType.JSON)
                .body("{\"limit\": 100}")
                .post(letters + "/redrive")
                .then()
                .statusCode(200);
        List<String> parked = given().get(letters + "?status=PARKED")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(parked).hasSize(1);
        given().delete(letters + "/" + parked.getFirst() + "?reason=Poison")
                .then()
                .statusCode(204);
    }

    private static String ends(LocalStack stack) {
        return stack.backends().database(ServiceName.ORDER).value(String.class, """
                select string_agg(concat_ws(' ', status, reason, number), E'\\n' order by status, reason)
                from (select status, reason, count(*) as number from orders group by status, reason) as ends""");
    }
}
