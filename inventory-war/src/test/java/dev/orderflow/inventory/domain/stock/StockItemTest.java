package dev.orderflow.inventory.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockItemTest {

    private final StockItem item = new StockItem("BOOK", 10);

    @Test
    void stock_can_be_adjusted_down_to_what_is_reserved_and_not_below() {
        item.hold(4);

        assertThat(item.adjust(correct(-7))).isFalse();
        assertThat(item.balance().onHand()).isEqualTo(10);
        assertThat(item.adjust(correct(-6))).isTrue();
        assertThat(item.balance().onHand()).isEqualTo(4);
        assertThat(item.available()).isZero();
    }

    @Test
    void stock_is_as_much_as_was_counted_unless_more_is_reserved() {
        item.hold(4);

        assertThat(item.adjust(adjustment(AdjustmentKind.COUNT, 3))).isFalse();
        assertThat(item.adjust(adjustment(AdjustmentKind.COUNT, 6))).isTrue();
        assertThat(item.balance()).isEqualTo(new StockBalance("BOOK", 6, 4, 0));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"10, 5, false", "6, 5, false", "5, 4, true", "10, 0, true", "4, 3, false", "4, 0, false"})
    void stock_falls_low_with_the_change_that_crosses_the_threshold_and_no_other(
            int before, int after, boolean fallen) {
        item.lowAt(5);
        item.hold(before == 10 ? 10 - after : 10 - before);
        int last = before - after;
        if (before != 10) {
            item.hold(last);
        }

        assertThat(item.hasFallenLow(movement(MovementKind.RESERVED, last))).isEqualTo(fallen);
    }

    @Test
    void stock_is_not_low_again_before_it_was_enough() {
        item.lowAt(5);
        item.hold(6);
        assertThat(item.hasFallenLow(movement(MovementKind.RESERVED, 6))).isTrue();
        item.hold(1);
        assertThat(item.hasFallenLow(movement(MovementKind.RESERVED, 1))).isFalse();
        item.sell(6);
        assertThat(item.hasFallenLow(movement(MovementKind.SOLD, 6))).isFalse();
        item.adjust(adjustment(AdjustmentKind.RECEIVE, 10));
        assertThat(item.hasFallenLow(movement(MovementKind.RECEIVED, 10))).isFalse();
        item.hold(9);
        assertThat(item.hasFallenLow(movement(MovementKind.RESERVED, 9))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void stock_refuses_to_hold_what_is_not_there(int quantity) {
        assertThatIllegalStateException().isThrownBy(() -> item.hold(quantity));
    }

    @Test
    void stock_refuses_to_sell_or_give_back_more_than_is_reserved() {
        item.hold(2);

        assertThatIllegalStateException().isThrownBy(() -> item.sell(3));
        assertThatIllegalStateException().isThrownBy(() -> item.giveBack(3));
        assertThat(item.balance()).isEqualTo(new StockBalance("BOOK", 10, 2, 0));
    }

    private static StockAdjustment correct(int quantity) {
        return adjustment(AdjustmentKind.CORRECT, quantity);
    }

    private static StockAdjustment adjustment(AdjustmentKind kind, int quantity) {
        return new StockAdjustment("BOOK", kind, quantity, "Test", "key");
    }

    private StockMovement movement(MovementKind kind, int units) {
        return StockMovement.ofOrder(UUID.randomUUID(), kind, UUID.randomUUID(), units, item.balance());
    }
}
