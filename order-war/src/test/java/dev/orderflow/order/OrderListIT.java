package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OrderListIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; ?rel=\"next\"");

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private String customer;

    @BeforeEach
    void name() {
        customer = "c-" + UUID.randomUUID();
    }

    @Test
    void pages_show_every_order_once_and_newest_first_even_when_more_are_placed_meanwhile() {
        List<UUID> placed = place(25);
        List<UUID> shown = new ArrayList<>();
        String path = "/api/orders?limit=10&customerId=" + customer;
        int pages = 0;
        while (path != null) {
            var page = api.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            var body = JsonPath.from(page.body());
            shown.addAll(body.getList("items.id", String.class).stream()
                    .map(UUID::fromString)
                    .toList());
            String next = body.getString("next");
            Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            assertThat(link.find()).isEqualTo(next != null);
            assertThat(next == null || link.group(1).contains("after=" + next)).isTrue();
            path = next == null
                    ? null
                    : URI.create(link.group(1)).getRawPath() + "?"
                            + URI.create(link.group(1)).getRawQuery();
            pages++;
            api.place(customer);
        }
        Collections.reverse(placed);
        assertThat(shown).isEqualTo(placed);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void orders_of_the_same_moment_are_neither_shown_twice_nor_left_out() {
        List<UUID> placed = place(7);
        OrderRows.execute(
                "update orders set created_at = '2020-02-02T02:02:02Z', status = 'CONFIRMED' where customer_id = '%s'"
                        .formatted(customer));
        List<String> shown = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = JsonPath.from(api.get("/api/orders?limit=2&customerId=" + customer + after)
                    .body());
            shown.addAll(page.getList("items.id", String.class));
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        assertThat(shown)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        placed.stream().map(UUID::toString).toList());
    }

    @Test
    void an_order_in_a_page_is_the_order_itself_without_its_lines() {
        UUID id = place(1).getFirst();
        var order = JsonPath.from(api.get("/api/orders/" + id).body()).<String, Object>getMap("");
        var page = JsonPath.from(api.get("/api/orders?customerId=" + customer).body());
        order.remove("lines");
        assertThat(page.<String, Object>getMap("items[0]")).isEqualTo(order);
        assertThat(page.getString("next")).isNull();
    }

    @Test
    void filters_by_status_customer_and_time_hold_together() {
        List<UUID> orders = place(4);
        api.cancel(orders.get(1));
        api.cancel(orders.get(3));
        DeadlineIT.backdate("2 days", orders.get(1));
        assertThat(ids("&status=CANCELLED")).containsExactly(orders.get(3), orders.get(1));
        assertThat(ids("&status=PENDING")).containsExactly(orders.get(2), orders.get(0));
        assertThat(ids("&status=CONFIRMED")).isEmpty();
        String middle = createdAt(orders.get(2));
        assertThat(ids("&from=" + middle)).containsExactly(orders.get(3), orders.get(2));
        assertThat(ids("&to=" + middle)).containsExactly(orders.get(0), orders.get(1));
        assertThat(ids("&status=CANCELLED&to=" + middle)).containsExactly(orders.get(1));
        assertThat(ids("&from=2020-01-01T01:00:00%2B01:00&to=2020-01-02T00:00:00Z"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "status=SHIPPED",
                "status=",
                "customerId=a%20b",
                "customerId=",
                "from=yesterday",
                "from=2026-13-01T00:00:00Z",
                "from=%2B999999999-01-01T00:00:00Z",
                "to=2026-01-01",
                "after=x",
                "after=AAAA",
                "after=________________________________",
                "after=%00"
            })
    void what_cannot_be_asked_for_is_answered_400_and_names_the_parameter(String query) {
        var refused = api.get("/api/orders?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(refused.body()).getList("errors.field"))
                .containsExactly(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-01-31T09:00:00+02:00", "to=2026-01-31T09:00:00%2001:00"})
    void a_plus_that_arrives_as_a_blank_is_answered_with_how_to_write_it(String query) {
        var refused = JsonPath.from(api.get("/api/orders?" + query).body());
        assertThat(refused.getString("errors[0].field")).isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(refused.getString("errors[0].message")).contains("%2B");
    }

    @Test
    void a_parameter_that_is_unknown_or_repeated_is_answered_400_and_named() {
        for (String query : new String[] {"stauts=PENDING", "customerid=c", "status=PENDING&status=CANCELLED"}) {
            var refused = api.get("/api/orders?" + query);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(JsonPath.from(refused.body()).getList("errors.field"))
                    .containsExactly(query.substring(0, query.indexOf('=')));
        }
    }

    private List<UUID> place(int number) {
        List<UUID> placed = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            placed.add(api.place(customer));
        }
        return placed;
    }

    private List<UUID> ids(String filter) {
        return JsonPath.from(
                        api.get("/api/orders?customerId=" + customer + filter).body())
                .getList("items.id", String.class)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private String createdAt(UUID id) {
        return JsonPath.from(api.get("/api/orders/" + id).body()).getString("createdAt");
    }
}
