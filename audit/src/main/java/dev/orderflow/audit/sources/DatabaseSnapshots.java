package dev.orderflow.audit.sources;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of the three databases and the gateway's. The order service's is first and the gateway's last: a service
 * knows only what its predecessors have already committed, so most events in flight cause no finding.
 *
 * @param gateway null if the gateway's ledger is not read
 */
public record DatabaseSnapshots(
        DatabaseSnapshot orders,
        DatabaseSnapshot inventory,
        DatabaseSnapshot payments,
        @Nullable DatabaseSnapshot gateway)
        implements AutoCloseable {

    public static DatabaseSnapshots of(AuditTarget target) {
        Deque<DatabaseSnapshot> opened = new ArrayDeque<>();
        try {
            DatabaseSnapshot orders = open(target.orders(), opened);
            DatabaseSnapshot inventory = open(target.inventory(), opened);
            DatabaseSnapshot payments = open(target.payments(), opened);
            return new DatabaseSnapshots(
                    orders, inventory, payments, target.gateway() == null ? null : open(target.gateway(), opened));
        } catch (AuditFailure e) {
            opened.forEach(DatabaseSnapshot::close);
            throw e;
        }
    }

    private static DatabaseSnapshot open(DatabaseSource source, Deque<DatabaseSnapshot> opened) {
        DatabaseSnapshot snapshot = new DatabaseSnapshot(source);
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
