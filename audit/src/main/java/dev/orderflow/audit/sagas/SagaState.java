package dev.orderflow.audit.sagas;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of one order in the three services and at the gateway.
 *
 * @param order null if the order service has none
 * @param reservation null if the inventory service has received no event of the order
 * @param payment null if neither payment service nor gateway has one
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
     * @param linesTotal total of the lines in minor units
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

    /** A reservation. It has no lines if it never held anything. */
    record Reservation(
            String status, long version, @Nullable Long lines) {}

    /** An order in the gateway's ledger: the number of captures, and the money kept in the end. */
    record Charged(long captures, long kept) {}

    /**
     * A payment in our ledger and in the gateway's. Amounts are in minor units.
     *
     * @param status null if only the gateway has the order
     * @param booked captured and not refunded in our ledger
     * @param captures number of captures at the gateway
     * @param kept captured and not refunded at the gateway; equals booked if the gateway's ledger is not read
     */
    record Payment(
            @Nullable String status,
            long amount,
            String currency,
            long version,
            long booked,
            long captures,
            long kept) {

        /** Returns a payment with the figures of the gateway's ledger; null if neither has the order. */
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

        /** Returns whether another call to the gateway is required. Until then, the ledgers may differ. */
        boolean isOpen() {
            return status != null && OPEN.contains(status);
        }

        /** Returns whether the order was abandoned before a charge was requested. */
        boolean isTombstone() {
            return "VOIDED".equals(status) && amount == 0;
        }
    }

    /** Returns a text that changes with every change of the order. */
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
