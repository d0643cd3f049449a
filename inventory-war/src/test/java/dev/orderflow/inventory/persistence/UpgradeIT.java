package dev.orderflow.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Upgrades the ledger of the first version, in a separate schema. */
class UpgradeIT {

    private static final Database DATABASE = TestEnvironment.backends().database(ServiceName.INVENTORY);

    @Test
    void an_upgrade_makes_both_counters_derivable_from_the_ledger() {
        migrate("1");
        DATABASE.execute("""
                set search_path = upgrade;
                insert into stock (sku, on_hand, reserved) values ('A', 7, 2);
                insert into reservation (order_id, status, version) values
                    ('00000000-0000-0000-0000-000000000001', 'COMMITTED', 1),
                    ('00000000-0000-0000-0000-000000000002', 'HELD', 0),
                    ('00000000-0000-0000-0000-000000000003', 'RELEASED', 1);
                insert into reservation_line (order_id, sku, quantity) values
                    ('00000000-0000-0000-0000-000000000001', 'A', 3),
                    ('00000000-0000-0000-0000-000000000002', 'A', 2),
                    ('00000000-0000-0000-0000-000000000003', 'A', 1);
                insert into stock_movement (id, sku, kind, quantity, on_hand_after, reserved_after,
                                            idempotency_key, reason, version_after)
                    values (uuidv7(), 'A', 'ADJUSTED', 10, 10, 0, 'k', 'Delivery', 1);
                insert into stock_movement (id, sku, kind, quantity, on_hand_after, reserved_after, order_id)
                    values (uuidv7(), 'A', 'SOLD', -3, 7, 2, '00000000-0000-0000-0000-000000000001')""");

        migrate("2");

        assertThat(sum("quantity")).isEqualTo(7);
        assertThat(sum("reserved_change")).isEqualTo(2);
        assertThat(DATABASE.number("select count(*) from upgrade.stock_movement where kind = 'RESERVED'"))
                .isEqualTo(2);
    }

    private static long sum(String column) {
        return DATABASE.number("select sum(" + column + ") from upgrade.stock_movement where sku = 'A'");
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password())
                .schemas("upgrade")
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
