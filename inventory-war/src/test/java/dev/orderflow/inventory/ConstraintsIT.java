package dev.orderflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Database constraints prevent overselling and changes to the ledger, even for writers that bypass the service. */
@MicroShedTest
class ConstraintsIT {

    private final InventoryRows rows =
            new InventoryRows(TestEnvironment.backends().database(ServiceName.INVENTORY));
    private final String sku = "Z-" + UUID.randomUUID();

    @BeforeEach
    void stock() {
        rows.stock(sku, 10);
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(rows.number("select on_hand from stock where sku = ? and reserved = 0", sku))
                .isEqualTo(10);
        assertThat(rows.number("select sum(quantity) from stock_movement where sku = ?", sku))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reserved = 11", "reserved = -1", "on_hand = -1", "on_hand = 5, reserved = 6", "low_at = -1"})
    void no_more_is_reserved_than_there_is_and_nothing_is_negative(String change) {
        assertThatThrownBy(() -> rows.execute("update stock set %s where sku = '%s'".formatted(change, sku)))
                .hasStackTraceContaining("violates check constraint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stock_movement set quantity = 5",
                "delete from stock_movement",
                "truncate stock_movement",
                "truncate stock_movement cascade"
            })
    void what_is_entered_stays(String change) {
        assertThatThrownBy(() -> rows.execute(change)).hasStackTraceContaining("append-only");
    }
}
