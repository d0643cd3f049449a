package dev.orderflow.inventory;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import java.time.Duration;
import java.util.UUID;

/** Reads the inventory database directly. */
public record InventoryRows(Database database) {

    /** SKUs whose counters contradict the ledger or the reservations. There must never be any. */
    private static final String SKUS_THAT_DO_NOT_ADD_UP = """
            select count(*) from stock s
            where on_hand <> (select coalesce(sum(quantity), 0) from stock_movement m where m.sku = s.sku)
               or reserved <> (select coalesce(sum(reserved_change), 0) from stock_movement m where m.sku = s.sku)
               or reserved <> (select coalesce(sum(quantity), 0) from reservation_line l join reservation r using (order_id)
                               where l.sku = s.sku and r.status = 'HELD')""";

    /** Receives stock of a new SKU, bypassing the service. */
    public void stock(String sku, int onHand) {
        number("""
                with stocked as (insert into stock (sku, on_hand) values (?, ?) returning sku, on_hand),
                entered as (
                  insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after,
                                              idempotency_key, reason, version_after)
                  select uuidv7(), sku, 'RECEIVED', on_hand, 0, on_hand, 0, sku, 'Test', 0 from stocked)
                select count(*) from stocked""", sku, onHand);
    }

    void execute(String sql) {
        database.execute(sql);
    }

    long number(String sql, Object... parameters) {
        return database.number(sql, parameters);
    }

    /** Waits until the events are handled. */
    void awaitHandled(UUID... eventIds) {
        for (UUID eventId : eventIds) {
            await("event " + eventId)
                    .pollDelay(Duration.ZERO)
                    .atMost(InventoryApiClient.LIMIT)
                    .until(() -> number("select count(*) from inbox where event_id = ?", eventId) == 1);
        }
    }

    long skusThatDoNotAddUp() {
        return number(SKUS_THAT_DO_NOT_ADD_UP);
    }
}
