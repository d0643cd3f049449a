package dev.orderflow.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.inventory.domain.stock.AdjustmentKind;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each seed determines one run, so that a failure is repeatable. */
class StockInvariantsTest {

    private static final List<String> SKUS = List.of("A", "B", "C");
    private static final int STEPS = 2_000;
    private static final int ORDERS = 300;

    private final Map<String, StockItem> items =
            SKUS.stream().collect(Collectors.toMap(sku -> sku, sku -> new StockItem(sku, 0)));
    private final Map<String, Long> ledger = new HashMap<>();
    private final List<Reservation> orders = IntStream.range(0, ORDERS)
            .mapToObj(order -> new Reservation(new UUID(0, order)))
            .toList();

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void invariants_hold_through_any_run(long seed) {
        var random = new Random(seed);
        List<Reservation> everHeld = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Reservation order = orders.get(random.nextInt(ORDERS));
            switch (random.nextInt(5)) {
                case 0 -> {
                    if (order.reserve(lines(random), items) == StockEffect.HOLD) {
                        everHeld.add(order);
                    }
                }
                case 1 -> commit(order);
                case 2 -> order.release(items);
                case 3 -> order.expire(items);
                default -> adjust(SKUS.get(random.nextInt(SKUS.size())), random.nextInt(-20, 30));
            }
            SKUS.forEach(this::checkInvariants);
        }
        assertThat(everHeld).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    private void checkInvariants(String sku) {
        StockBalance balance = items.getOrDefault(sku, new StockItem(sku, 0)).balance();
        long held = orders.stream()
                .filter(order -> order.status() == ReservationStatus.HELD)
                .mapToLong(order -> order.lines().getOrDefault(sku, 0))
                .sum();
        assertThat(balance.onHand()).isEqualTo(ledger.getOrDefault(sku, 0L));
        assertThat(balance.reserved()).isEqualTo(held).isBetween(0L, balance.onHand());
    }

    private void commit(Reservation order) {
        if (order.commit(items) == StockEffect.SELL) {
            order.lines().forEach((sku, quantity) -> ledger.merge(sku, (long) -quantity, Long::sum));
        }
    }

    private void adjust(String sku, int quantity) {
        var adjustment = new StockAdjustment(sku, AdjustmentKind.CORRECT, quantity, "Test", "key");
        if (items.getOrDefault(sku, new StockItem(sku, 0)).adjust(adjustment)) {
            ledger.merge(sku, (long) quantity, Long::sum);
        }
    }

    private static Map<String, Integer> lines(Random random) {
        return SKUS.stream()
                .filter(sku -> random.nextBoolean())
                .collect(Collectors.toMap(sku -> sku, sku -> random.nextInt(1, 8)));
    }
}
