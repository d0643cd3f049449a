package dev.orderflow.payment;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.util.UUID;

/** Writes into both ledgers directly, bypassing service and gateway. Amounts are in minor units of EUR. */
record LedgerRows(Database ours, Database gateway) {

    static LedgerRows open() {
        return new LedgerRows(TestEnvironment.backends().database(ServiceName.PAYMENT), TestGateway.books());
    }

    /** Stores a payment that no worker claims during the test: it is final, or its next attempt is later. */
    void ours(UUID orderId, String status, long captured, long refunded) {
        ours.execute("""
                insert into payment (order_id, status, amount, currency, token, next_attempt_at, created_at)
                values ('%1$s', '%2$s', %3$d, 'EUR', 'tok_approve', now() + interval '1 hour', now() - interval '1 minute');
                insert into payment_entry (order_id, kind, amount)
                select '%1$s', kind, amount from (values ('CAPTURE', %4$d), ('REFUND', %5$d)) as moved (kind, amount)
                where amount > 0""".formatted(orderId, status, SagaServices.AMOUNT, captured, refunded));
    }

    void gateway(String key, Object orderId, long captured, long refunded) {
        gateway(key, orderId, captured, refunded, "now");
    }

    /** @param at when money moved: 'now', or another PostgreSQL timestamp */
    void gateway(String key, Object orderId, long captured, long refunded, String at) {
        gateway.execute(charge(key, orderId, captured, refunded, at));
    }

    static String charge(String key, Object orderId, long captured, long refunded, String at) {
        return """
                insert into charge (key, order_id, amount, currency, token, status)
                values ('%1$s', '%2$s', %3$d, 'EUR', 'tok', case when %3$d > 0 then 'CAPTURED' else 'DECLINED' end);
                insert into movement (key, kind, amount, moved_at)
                select '%1$s', kind, amount, '%5$s' from (values ('CAPTURE', %3$d), ('REFUND', %4$d)) as moved (kind, amount)
                where amount > 0""".formatted(key, orderId, captured, refunded, at);
    }

    /** Removes an order from the gateway's ledger, which is otherwise append-only. */
    void forget(Object orderId) {
        TestEnvironment.backends().adminGatewayDatabase().execute("""
                set session_replication_role = replica;
                delete from movement where key in (select key from charge where order_id = '%1$s');
                delete from charge where order_id = '%1$s'""".formatted(orderId));
    }
}
