package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** The SQL statements of group commits, and the rows that they write. */
@MicroShedTest
class GroupCommitIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Database ADMIN = TestEnvironment.backends().adminDatabase(ServiceName.ORDER);

    /** Transactions that have waited for the lock long enough for other requests to queue up. */
    private static final String WAITING = """
            select count(*) from pg_stat_activity where usename = 'orders' and wait_event_type = 'Lock'
            and query like 'insert into order_line%' and state_change < now() - interval '1 s'""";

    /** Executions per statement of a transaction that places orders. */
    private static final String SAID = """
            select query, calls, rows from pg_stat_statements
            where userid = 'orders'::regrole and dbid = (select oid from pg_database where datname = current_database())
              and query ~ '^(select .*(pg_try_advisory_xact_lock\\(hash|from idempotency_key|from product)|insert into (order|idempotency|outbox))'""";

    private record Said(String query, long calls, long rows) {}

    /** Three reads and five writes. */
    private static final int STATEMENTS = 8;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @BeforeAll
    static void count() {
        ADMIN.execute("create extension if not exists pg_stat_statements");
    }

    @AfterAll
    static void count_no_more() {
        ADMIN.execute("drop extension pg_stat_statements");
    }

    /**
     * Two transactions wait for a lock while the other requests queue up; these are then placed in a group. Repeats if
     * a slow machine lets the two time out first.
     */
    @ParameterizedTest
    @ValueSource(ints = {5, 28})
    void the_number_of_statements_does_not_depend_on_the_number_of_orders(int orders) {
        await().atMost(LIMIT).untilAsserted(() -> {
            ADMIN.execute("select pg_stat_statements_reset()");
            placeBehindALock(orders);
            List<Said> said = said();
            long transactions = said.getFirst().calls();

            assertThat(transactions).as("transactions").isBetween(3L, 4L);
            assertThat(said).hasSize(STATEMENTS).allMatch(statement -> statement.calls() == transactions);
            assertThat(said)
                    .filteredOn(statement -> statement.query().startsWith("insert"))
                    .hasSize(5)
                    .allMatch(statement -> statement.rows() == orders + 2);
        });
    }

    private void placeBehindALock(int orders) throws Exception {
        try (var customers = Executors.newFixedThreadPool(orders + 2)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            try (Connection holder = ADMIN.connect()) {
                holder.setAutoCommit(false);
                RetryIT.execute(holder, "lock table order_line in share mode");
                for (int i = 0; i < orders + 2; i++) {
                    answers.add(customers.submit(
                            () -> api.place(UUID.randomUUID().toString(), "c-together", "BOOK-001", 1)));
                }
                await().atMost(LIMIT).until(() -> ADMIN.number(WAITING) > 0);
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }
    }

    private static List<Said> said() throws SQLException {
        try (Connection connection = ADMIN.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(SAID)) {
            List<Said> said = new ArrayList<>();
            while (row.next()) {
                said.add(new Said(row.getString(1), row.getLong(2), row.getLong(3)));
            }
            return said;
        }
    }

    /** SQL writes orders, but the entity mapping reads and updates them. */
    @Test
    void an_order_is_read_as_it_was_written() {
        var placed = api.place(UUID.randomUUID().toString(), """
                {"customerId": "c-written", "paymentToken": "tok_written",
                 "lines": [{"sku": "MUG-001", "quantity": 2}, {"sku": "BOOK-001", "quantity": 3}]}""");
        assertThat(placed.statusCode()).isEqualTo(201);
        String id = JsonPath.from(placed.body()).getString("id");

        assertThat(api.get("/api/orders/" + id).body()).isEqualTo(placed.body());
        assertThat(JsonPath.from(placed.body()).getList("lines.sku")).containsExactly("BOOK-001", "MUG-001");
        assertThat(OrderRows.number("""
                select count(*) from orders join order_history h on order_id = orders.id
                where orders.id = '%s' and version = 0 and customer_id = 'c-written' and status = 'PENDING' and reason is null
                  and currency = 'EUR' and total = 10950 and payment_token = 'tok_written' and updated_at = created_at
                  and from_status is null and to_status = 'PENDING' and cause = 'PLACED' and event_id is null
                  and published_event_id is not null and trace_parent ~ '^00-'""".formatted(id))).isOne();

        assertThat(api.cancel(UUID.fromString(id)).statusCode()).isEqualTo(202);
        JsonPath cancelled = JsonPath.from(api.get("/api/orders/" + id).body());
        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.getLong("version")).isOne();
        assertThat(cancelled.getList("lines"))
                .isEqualTo(JsonPath.from(placed.body()).getList("lines"));
    }
}
