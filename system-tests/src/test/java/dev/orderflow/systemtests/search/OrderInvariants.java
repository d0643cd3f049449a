package dev.orderflow.systemtests.search;

import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.systemtests.search.OrderState.Charge;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The invariants of one order, at every moment and when nothing is due. */
final class OrderInvariants {

    private static final Set<PaymentStatus> UNPAID =
            Set.of(PaymentStatus.FAILED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED);

    private OrderInvariants() {}

    /** Returns the broken invariant, if any. */
    static Optional<String> brokenBy(OrderState life) {
        if (life.held != (life.reservation == ReservationStatus.HELD ? 1 : 0)) {
            return Optional.of("units are held that no reservation holds, or the other way round");
        }
        if (life.sold != (life.reservation == ReservationStatus.COMMITTED ? 1 : 0)) {
            return Optional.of("units are sold that no reservation has sold, or the other way round");
        }
        if (life.sold > 0 && life.order != OrderStatus.CONFIRMED) {
            return Optional.of("units are sold to an order that is not confirmed");
        }
        if (new HashSet<>(life.ledger).size() < life.ledger.size()) {
            return Optional.of("something is booked twice");
        }
        if (life.order == OrderStatus.CONFIRMED && life.gateway == Charge.NONE) {
            return Optional.of("an order is confirmed that was never charged");
        }
        return Optional.empty();
    }

    /** Returns the broken invariant of an order with nothing in flight, if any. */
    static Optional<String> brokenAtRestBy(OrderState life) {
        boolean confirmed = life.order == OrderStatus.CONFIRMED;
        if (!life.order.isFinal()) {
            return Optional.of("the order has not ended");
        }
        if (confirmed
                ? life.reservation != ReservationStatus.COMMITTED
                : life.reservation != ReservationStatus.RELEASED && life.reservation != ReservationStatus.EXPIRED) {
            return Optional.of("order and reservation disagree");
        }
        if (confirmed ? life.payment != PaymentStatus.COMPLETED : !UNPAID.contains(life.payment)) {
            return Optional.of("order and payment disagree");
        }
        int kept = life.gateway == Charge.CAPTURED ? 1 : 0;
        if (kept != (confirmed ? 1 : 0)) {
            return Optional.of("order and gateway disagree");
        }
        int booked = Collections.frequency(life.ledger, EntryKind.CAPTURE)
                - Collections.frequency(life.ledger, EntryKind.REFUND);
        return booked == kept ? Optional.empty() : Optional.of("ledger and gateway disagree");
    }
}
