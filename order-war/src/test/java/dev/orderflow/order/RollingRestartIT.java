package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.EventType;
import dev.orderflow.events.Topics;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Two replicas behind a load balancer restart one after the other, under load from customers and events. */
@MicroShedTest
@Order(SecondServer.LAST)
class RollingRestartIT {

    private static final Logger LOG = Logger.getLogger(RollingRestartIT.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int CUSTOMERS = 4;

    private static List<LibertyServer> replicas;
    private static KafkaTestClient wire;
    private static OtherServices others;

    @BeforeAll
    static void start() {
        replicas = List.of(TestEnvironment.server(), SecondServer.get());
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
        others = new OtherServices(wire);
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    @Test
    void no_call_fails_and_no_effect_is_doubled() {
        var balancer = new LoadBalancer(replicas);
        var crowd = new ConcurrentCustomers(balancer, RollingRestartIT::goesOn);
        try (balancer;
                var customers = Executors.newFixedThreadPool(CUSTOMERS)) {
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.execute(crowd);
            }
            try {
                replicas.forEach(replica -> restart(replica, balancer, crowd));
            } finally {
                crowd.stop();
            }
        }
        assertThat(crowd.failures()).isEmpty();
        requireOneEffectOfEach(crowd.placed());
    }

    private static void restart(LibertyServer replica, LoadBalancer balancer, ConcurrentCustomers crowd) {
        long begin = System.nanoTime();
        int before = crowd.placed().size();
        ProcessHandle.of(replica.pid()).orElseThrow().destroy();
        await("not ready").atMost(LIMIT).until(() -> HealthProbe.ready(replica.baseUri()), probe -> !probe.isUp());
        HttpResponse<String> last = new OrderApiClient(replica.baseUri()).get("/api/orders?limit=1");
        assertThat(last.statusCode()).as("while it drains").isEqualTo(200);
        assertThat(last.headers().firstValue("Connection")).hasValue("close");
        await("its end").atMost(LIMIT).until(() -> !replica.isRunning());
        replica.start();
        await("requests").atMost(LIMIT).until(() -> balancer.sendsTo(replica));
        int during = crowd.placed().size() - before;
        LOG.info("%s was restarted in %d ms; %d orders were placed meanwhile"
                .formatted(
                        replica.name(),
                        Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                        during));
        assertThat(during).isPositive();
    }

    /** Publishes the other services' events about an order, so that the consumers are busy during each restart. */
    private static void goesOn(UUID order) {
        synchronized (wire) {
            others.reserved(order);
            others.paid(order);
        }
    }

    private static void requireOneEffectOfEach(List<UUID> orders) {
        Database database = TestEnvironment.backends().database(ServiceName.ORDER);
        wire.flush();
        await().atMost(LIMIT).until(() -> database.number("""
                select count(*) from orders where customer_id = 'c-rolling' and status = 'CONFIRMED'""") == orders.size());
        await().atMost(LIMIT).until(() -> database.number("select count(*) from outbox") == 0);
        assertThat(database.number("select count(*) from orders where customer_id = 'c-rolling'"))
                .isEqualTo(orders.size());
        assertThat(database.number("""
                select count(*) from (select order_id from order_history join orders on orders.id = order_id
                where customer_id = 'c-rolling' group by order_id, cause having count(*) > 1) doubled""")).isZero();
        assertThat(database.number("""
                select count(*) from dead_letter join orders on orders.id::text = record_key
                where customer_id = 'c-rolling'""")).isZero();
        Set<String> keys = orders.stream().map(UUID::toString).collect(Collectors.toSet());
        List<KafkaTestClient.ConsumedRecord> heard = await().atMost(LIMIT)
                .until(
                        () -> wire.consumed().stream()
                                .filter(one -> keys.contains(one.key()))
                                .toList(),
                        all -> all.stream()
                                        .filter(one -> one.type().equals(EventType.ORDER_CONFIRMED.wireName()))
                                        .map(KafkaTestClient.ConsumedRecord::key)
                                        .distinct()
                                        .count()
                                >= orders.size());
        assertThat(heard.stream()
                        .map(KafkaTestClient.ConsumedRecord::id)
                        .distinct()
                        .count())
                .as("events of two steps for each order, however often each was published")
                .isEqualTo(heard.stream()
                        .map(one -> one.type() + one.key())
                        .distinct()
                        .count());
    }
}
