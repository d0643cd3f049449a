package dev.orderflow.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.redis.RedisConnections;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.inventory.InventoryRows;
import dev.orderflow.inventory.lock.HeldLock;
import dev.orderflow.inventory.lock.LockingReplica;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Many buyers, few units, and a lock that works, fails or does not exist: no unit is oversold or left unsold. */
class StockProofIT {

    private static final Logger LOG = Logger.getLogger(StockProofIT.class.getName());

    private static final int REPLICAS = 4;
    private static final int THREADS = 16;
    private static final int LARGEST_BATCH = 20;
    private static final int ATTEMPTS = ProofSize.of(1_000, 50_000);
    private static final int UNITS = 100;

    private static final Duration TTL = Duration.ofSeconds(5);
    private static final Duration FLUSH_PAUSE = Duration.ofMillis(ProofSize.of(20, 1_000));

    private static final List<ConsumerReplica> replicas = new ArrayList<>();
    private static Database database;

    private final RedisBackend redis = TestEnvironment.backends().redis();
    private final List<LockingReplica> locks = new ArrayList<>();

    /** The state of the lock while the orders are handled. */
    enum Lock {
        OFF,
        ON,
        REDIS_KILLED_MIDWAY,
        /** Redis hangs during the second third of the work. */
        REDIS_HANGING_MIDWAY,
        SHORTER_THAN_THE_WORK,
        REDIS_FLUSHED_AGAIN_AND_AGAIN
    }

    /** How orders choose their SKUs. */
    enum Demand {
        THE_LAST_UNIT(200, 1, 1, 1, 1),
        ONE_SKU(ATTEMPTS, LARGEST_BATCH, 1, UNITS, UNITS),
        TWENTY_SKUS(ATTEMPTS, LARGEST_BATCH, 20, UNITS / 20, UNITS),
        TWO_SKUS_IN_OPPOSITE_SEQUENCE(ATTEMPTS, LARGEST_BATCH, 2, UNITS, UNITS);

        final int orders;
        final int largestBatch;
        final int skus;
        final int unitsPerSku;
        final int sold;

        Demand(int orders, int largestBatch, int skus, int unitsPerSku, int sold) {
            this.orders = orders;
            this.largestBatch = largestBatch;
            this.skus = skus;
            this.unitsPerSku = unitsPerSku;
            this.sold = sold;
        }

        List<String> wants(int order, List<String> skus) {
            return switch (this) {
                case THE_LAST_UNIT, ONE_SKU, TWENTY_SKUS -> List.of(skus.get(order % skus.size()));
                case TWO_SKUS_IN_OPPOSITE_SEQUENCE -> order % 2 == 0 ? skus : skus.reversed();
            };
        }
    }

    static Stream<Arguments> everyDemandWithEveryLock() {
        return Arrays.stream(Demand.values())
                .flatMap(demand -> Arrays.stream(Lock.values()).map(lock -> Arguments.of(demand, lock)));
    }

    @BeforeAll
    static void start() {
        TestEnvironment.server();
        database = TestEnvironment.backends().database(ServiceName.INVENTORY);
        IntStream.range(0, REPLICAS).forEach(replica -> replicas.add(new ConsumerReplica(database)));
    }

    @AfterEach
    void heal() {
        locks.forEach(LockingReplica::close);
        redis.resume();
        redis.start();
        replicas.forEach(replica -> replica.answers.clear());
    }

    @AfterAll
    static void stop() {
        replicas.forEach(ConsumerReplica::close);
    }

    @ParameterizedTest
    @MethodSource("everyDemandWithEveryLock")
    void exactly_the_stock_is_sold(Demand demand, Lock lock) throws Exception {
        List<String> skus = stocked(demand.skus, demand.unitsPerSku);
        List<List<SagaEvent>> batches =
                batches(orders(demand.orders, order -> demand.wants(order, skus)), demand.largestBatch);
        long deadlocks = deadlocks();

        Duration time = handle(batches, lock).time();

        List<DomainEvent> answers =
                replicas.stream().flatMap(replica -> replica.answers.stream()).toList();
        assertThat(answers).hasSize(demand.orders);
        assertThat(answers).filteredOn(InventoryReserved.class::isInstance).hasSize(demand.sold);
        assertThat(answers).filteredOn(InventoryRejected.class::isInstance).hasSize(demand.orders - demand.sold);
        assertThat(skus).allSatisfy(sku -> {
            assertThat(database.number("select reserved from stock where sku = ?", sku))
                    .isEqualTo(demand.unitsPerSku);
            assertThat(database.number("""
                    select sum(quantity) from reservation_line join reservation using (order_id)
                    where sku = ? and status = 'HELD'""", sku)).isEqualTo(demand.unitsPerSku);
        });
        assertThat(deadlocks()).isEqualTo(deadlocks);
        LOG.info("%s, lock %s: %d attempts, %.0f/s %s"
                .formatted(demand, lock, demand.orders, demand.orders / seconds(time), measured()));
    }

    /**
     * Measures throughput without asserting it. Half of the orders contain a second SKU: the hot one, which is the
     * first, or one of the others.
     */
    @ParameterizedTest
    @EnumSource(names = {"OFF", "ON"})
    void a_hot_sku_is_measured_beside_cold_ones(Lock lock) throws Exception {
        double evenSeconds = 0;
        double hotSeconds = 0;
        for (boolean isHot : new boolean[] {false, true, false, true}) {
            List<String> skus = stocked(21, 1_000_000);
            List<SagaEvent> orders = orders(ATTEMPTS, order -> {
                String cold = skus.get(1 + order % 20);
                String second = isHot ? skus.getFirst() : skus.get(1 + (order + 7) % 20);
                return order / 20 % 2 == 0 ? List.of(cold, second) : List.of(cold);
            });

            Handled handled = handle(batches(orders, LARGEST_BATCH), lock);

            evenSeconds += isHot ? 0 : seconds(handled.time);
            hotSeconds += isHot ? seconds(handled.time) : 0;
            LOG.info("Lock %s, %s: %.0f orders/s, batch p50 %.1f ms, p99 %.1f ms %s"
                    .formatted(
                            lock,
                            isHot ? "half want the hot SKU too" : "even",
                            ATTEMPTS / seconds(handled.time),
                            handled.percentile(50),
                            handled.percentile(99),
                            measured()));
            assertThat(database.number(
                            "select sum(reserved) from stock where sku like ?",
                            skus.getFirst().replaceFirst("0$", "%")))
                    .isEqualTo(orders.stream()
                            .mapToInt(order -> ((OrderCreated) order).lines().size())
                            .sum());
        }
        LOG.info("RATIO, lock %s: with a hot SKU the same orders take %.2f times as long"
                .formatted(lock, hotSeconds / evenSeconds));
    }

    /** The durations of the batches in ms, sorted. */
    private record Handled(Duration time, List<Double> batchMillis) {

        double percentile(int percent) {
            return batchMillis.get((batchMillis.size() - 1) * percent / 100);
        }
    }

    /** Starts all threads at the same time. Each takes the next batch until none is left. */
    private Handled handle(List<List<SagaEvent>> batches, Lock lock) throws Exception {
        locks.forEach(LockingReplica::close);
        locks.clear();
        if (lock != Lock.OFF) {
            boolean brief = lock == Lock.SHORTER_THAN_THE_WORK;
            replicas.forEach(replica -> locks.add(new LockingReplica(
                    TestEnvironment.backends().redisUrl(), brief ? Duration.ofMillis(1) : TTL, brief ? 0 : 10)));
        }
        var next = new AtomicInteger();
        long[] batchNanos = new long[batches.size()];
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS);
                var disturbance = Executors.newSingleThreadScheduledExecutor();
                var client = RedisConnections.open(TestEnvironment.backends().redisUrl(), 30_000, 1)) {
            Runnable flush = lock == Lock.REDIS_FLUSHED_AGAIN_AND_AGAIN ? client::flushAll : () -> {};
            Future<?> flushes = disturbance.scheduleWithFixedDelay(
                    flush, FLUSH_PAUSE.toMillis(), FLUSH_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int replica = thread % REPLICAS;
                work.add(threads.submit(() -> {
                    for (int batch = next.getAndIncrement(); batch < batches.size(); batch = next.getAndIncrement()) {
                        disturb(lock, batch, batches.size());
                        long start = System.nanoTime();
                        replicas.get(replica).handle(batches.get(batch), locking(replica));
                        batchNanos[batch] = System.nanoTime() - start;
                    }
                }));
            }
            await(work);
            assertThat(flushes.isDone()).as("Redis was flushed to the end").isFalse();
            flushes.cancel(false);
        }
        return new Handled(
                Duration.ofNanos(System.nanoTime() - begin),
                Arrays.stream(batchNanos)
                        .sorted()
                        .mapToObj(nanos -> nanos / 1e6)
                        .toList());
    }

    private Function<Collection<String>, HeldLock> locking(int replica) {
        return locks.isEmpty() ? skus -> HeldLock.NONE : locks.get(replica)::acquire;
    }

    private void disturb(Lock lock, int batch, int batches) {
        if (lock == Lock.REDIS_KILLED_MIDWAY && batch == batches / 2) {
            redis.kill();
        }
        if (lock == Lock.REDIS_HANGING_MIDWAY && batch == batches / 3) {
            redis.pause();
        }
        if (lock == Lock.REDIS_HANGING_MIDWAY && batch == batches * 2 / 3) {
            redis.resume();
        }
    }

    private static void await(List<Future<?>> work) throws ExecutionException, InterruptedException {
        for (Future<?> thread : work) {
            thread.get();
        }
    }

    private static List<SagaEvent> orders(int count, IntFunction<List<String>> skus) {
        return IntStream.range(0, count)
                .<SagaEvent>mapToObj(order -> new OrderCreated(
                        UUID.randomUUID(),
                        "c-1",
                        skus.apply(order).stream()
                                .map(sku -> new OrderCreated.Line(sku, 1))
                                .toList(),
                        new PaymentRequest(2990, "EUR", "tok_approve", null),
                        null))
                .toList();
    }

    /** Splits the orders into batches of random size, with a fixed seed. */
    private static List<List<SagaEvent>> batches(List<SagaEvent> orders, int largest) {
        Random random = new Random(1);
        List<List<SagaEvent>> batches = new ArrayList<>();
        for (int from = 0; from < orders.size(); ) {
            int to = Math.min(orders.size(), from + random.nextInt(1, largest + 1));
            batches.add(orders.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static List<String> stocked(int skus, int onHand) {
        String prefix = "Z-" + UUID.randomUUID() + "-";
        return IntStream.range(0, skus)
                .mapToObj(sku -> {
                    new InventoryRows(database).stock(prefix + sku, onHand);
                    return prefix + sku;
                })
                .toList();
    }

    private static long deadlocks() {
        return database.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private String measured() {
        return locks.stream().map(LockingReplica::measured).toList().toString();
    }
}
