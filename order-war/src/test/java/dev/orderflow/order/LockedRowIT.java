package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** 30 clients wait for one locked row, but the server has only 20 database connections. */
@MicroShedTest
class LockedRowIT {

    private static final Logger LOG = Logger.getLogger(LockedRowIT.class.getName());

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOCKED = Duration.ofSeconds(12);
    private static final int CLIENTS = 30;

    private final Database admin = TestEnvironment.backends().adminDatabase(ServiceName.ORDER);

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private final String product = "/api/products/LOCKED-" + UUID.randomUUID();

    @Test
    void a_row_that_stays_locked_holds_up_only_those_who_want_it_and_they_are_answered_503_in_time() throws Exception {
        assertThat(put().statusCode()).isLessThan(300);
        List<HttpResponse<String>> refused = new ArrayList<>();
        try (Connection holder = admin.connect();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            holder.setAutoCommit(false);
            RetryIT.execute(
                    holder,
                    "select * from product where sku = '%s' for update"
                            .formatted(product.substring(product.lastIndexOf('/') + 1)));
            long until = System.nanoTime() + LOCKED.toNanos();
            List<Future<List<HttpResponse<String>>>> waiting = Stream.generate(() -> clients.submit(() -> puts(until)))
                    .limit(CLIENTS)
                    .toList();
            try {
                await().atMost(LIMIT).until(() -> admin.number(RetryIT.WAITING + " and query like '%product%'") > 0);
                requireAnswersOfOthers(until);
                for (var answers : waiting) {
                    refused.addAll(answers.get());
                }
            } finally {
                holder.rollback();
            }
        }
        assertThat(refused).isNotEmpty().allSatisfy(RetryIT::requireRefusedForNow);
        assertThat(put().statusCode()).isEqualTo(200);
    }

    @Test
    void an_event_that_needs_a_locked_row_is_tried_again_until_it_has_it() throws SQLException {
        UUID order = api.place("c-locked");
        ServerLog log = ServerLog.fromNow(TestEnvironment.server());
        try (var wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers());
                Connection holder = admin.connect()) {
            holder.setAutoCommit(false);
            RetryIT.execute(holder, "select * from orders where id = '%s' for update".formatted(order));
            new OtherServices(wire).paid(order);
            wire.flush();
            await().atMost(LIMIT).until(() -> log.count("payments: attempt 2 failed (TRANSIENT)") > 0);
            assertThat(log.lines()).anyMatch(line -> line.contains("attempt 2 failed") && line.contains("55P03"));
            holder.rollback();
        }
        RetryIT.awaitConfirmedAndNothingParked(order);
    }

    /** Requires responses to requests that do not need the locked row. */
    private void requireAnswersOfOthers(long until) {
        List<Integer> statuses = new ArrayList<>();
        long slowest = 0;
        while (System.nanoTime() < until) {
            long begin = System.nanoTime();
            statuses.add(api.get("/api/orders?limit=1").statusCode());
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        LOG.info("%d answers while a row was locked, the slowest after %d ms"
                .formatted(statuses.size(), Duration.ofNanos(slowest).toMillis()));
        assertThat(statuses)
                .as("the slowest after %d ms", Duration.ofNanos(slowest).toMillis())
                .isNotEmpty()
                .containsOnly(200);
    }

    /** Sends requests of one client repeatedly, and returns the responses. */
    private List<HttpResponse<String>> puts(long until) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        while (System.nanoTime() < until) {
            answers.add(put());
        }
        return answers;
    }

    private HttpResponse<String> put() {
        return api.put(product, "{\"name\": \"Locked\", \"unitPrice\": 1}");
    }
}
