package dev.orderflow.audit;

/**
 * The three databases, each at one moment. The order service's is the first: what it says of goods and money, the others must
 * have known before, so most of what is on its way looks right.
 */
record Snapshots(Snapshot orders, Snapshot inventory, Snapshot payments) implements AutoCloseable {

    static Snapshots of(Target target) {
        Snapshot orders = new Snapshot(target.orders());
        try {
            Snapshot inventory = new Snapshot(target.inventory());
            try {
                return new Snapshots(orders, inventory, new Snapshot(target.payments()));
            } catch (Unusable e) {
                inventory.close();
                throw e;
            }
        } catch (Unusable e) {
            orders.close();
            throw e;
        }
    }

    @Override
    public void close() {
        orders.close();
        inventory.close();
        payments.close();
    }
}
