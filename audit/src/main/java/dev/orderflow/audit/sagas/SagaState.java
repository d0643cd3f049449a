package dev.orderflow.audit.sagas;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the three services and the gateway have of one order.
 *
 * @param order null where the order service has none
 * @param reservation null where the inventory has never heard of the order
 * @param payment null where neither payment service nor gateway has
 */
public record SagaState(
        UUID id,
        @Nullable Order order,
        @Nullable Reservation reservation,
        @Nullable Payment payment) {

    private static final Set<String> OPEN = Set.of("PENDING", "UNKNOWN", "EXPIRING", "VOIDING", "REFUNDING");

    /**
     * An order.
     *
     * @param lines a hash of SKUs and quantities
     * @param linesTotal what the lines cost, in minor units
     */
    record Order(
            String status,
            long total,
            String currency,
            long version,
            @Nullable Long lines,
            long linesTotal) {

        boolean isFinal() {
            return !status.equals("PENDING") && !status.equals("RESERVED");
        }

        boolean isConfirmed() {
            return status.equals("CONFIRMED");
        }
    }

    /** A reservation; one that never held anything has no lines. */
    record Reservation(
            String status, long version, @Nullable Long lines) {}

    /** What the gateway's ledger has of an order: how often it took money, and what it kept in the end. */
    record Charged(long captures, long kept) {}

    /**
     * A payment and what the gateway says of it. Amounts are in minor units.
     *
     * @param status null where only the gateway knows of the order
     * @param booked what is captured and not refunded, by our ledger
     * @param captures how often the gateway has taken money
     * @param kept what the gateway has captured and not refunded; what is booked, where the gateway's ledger is not
     * read
     */
    record Payment(
            @Nullable String status,
            long amount,
            String currency,
            long version,
            long booked,
            long captures,
            long kept) {

        /**
         * A payment whose captures and what is kept are those of the gateway's ledger; null where neither has the
         * order.
         */
        static @Nullable Payment with(@Nullable Payment payment, @Nullable Charged charged) {
            if (payment == null && charged == null) {
                return null;
            }
            Charged said = charged == null ? new Charged(0, 0) : charged;
            return payment == null
                    ? new Payment(null, 0, "XXX", 0, 0, said.captures, said.kept)
                    : new Payment(
                            payment.status,
                            payment.amount,
                            payment.currency,
                            payment.version,
                            payment.booked,
                            said.captures,
                            said.kept);
        }

        /** Whether the gateway still has to be asked for something: until then, books and gateway may differ. */
        boolean isOpen() {
            return status != null && OPEN.contains(status);
        }

        /** An order that was abandoned before it was to be charged leaves a payment of nothing. */
        boolean isTombstone() {
            return "VOIDED".equals(status) && amount == 0;
        }
    }

    /** The same again means that nothing has moved. */
    public String state() {
        return (order == null ? "-" : order.status + order.version)
                + (reservation == null ? "-" : reservation.status + reservation.version)
                + (payment == null
                        ? "-"
                        : payment.status + payment.version + "/" + payment.captures + "/" + payment.kept);
    }

    public boolean isUnderWay() {
        return order == null
                || !order.isFinal()
                || reservation == null
                || reservation.status.equals("HELD")
                || payment == null
                || payment.isOpen();
    }
}
