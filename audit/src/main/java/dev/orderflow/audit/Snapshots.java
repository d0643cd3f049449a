package dev.orderflow.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The three databases and the gateway's, each at one moment. The order service's is the first and the gateway's the
 * last: what one says of goods and money, those after it must have known before, so most of what is on its way looks
 * right.
 *
 * @param gateway null where the gateway's ledger is not read
 */
record Snapshots(
        Snapshot orders,
        Snapshot inventory,
        Snapshot payments,
        @Nullable Snapshot gateway) implements AutoCloseable {

    static Snapshots of(Target target) {
        Deque<Snapshot> opened = new ArrayDeque<>();
        try {
            Snapshot orders = open(target.orders(), opened);
            Snapshot inventory = open(target.inventory(), opened);
            Snapshot payments = open(target.payments(), opened);
            return new Snapshots(
                    orders, inventory, payments, target.gateway() == null ? null : open(target.gateway(), opened));
        } catch (Unusable e) {
            opened.forEach(Snapshot::close);
            throw e;
        }
    }

    private static Snapshot open(Source source, Deque<Snapshot> opened) {
        Snapshot snapshot = new Snapshot(source);
        opened.push(snapshot);
        return snapshot;
    }

    @Override
    public void close() {
        orders.close();
        inventory.close();
        payments.close();
        if (gateway != null) {
            gateway.close();
        }
    }
}
