package dev.orderflow.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockItemTest {

    private final StockItem item = new StockItem("BOOK", 10);

    @Test
    void canBeAdjustedDownToWhatIsReservedAndNotBelow() {
        item.hold(4);

        assertThat(item.adjust(-7)).isFalse();
        assertThat(item.level().onHand()).isEqualTo(10);
        assertThat(item.adjust(-6)).isTrue();
        assertThat(item.level().onHand()).isEqualTo(4);
        assertThat(item.available()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void refusesToHoldWhatIsNotThere(int quantity) {
        assertThatIllegalStateException().isThrownBy(() -> item.hold(quantity));
    }

    @Test
    void refusesToSellOrGiveBackMoreThanIsReserved() {
        item.hold(2);

        assertThatIllegalStateException().isThrownBy(() -> item.sell(3));
        assertThatIllegalStateException().isThrownBy(() -> item.giveBack(3));
        assertThat(item.level()).isEqualTo(new Level("BOOK", 10, 2, 0));
    }
}
