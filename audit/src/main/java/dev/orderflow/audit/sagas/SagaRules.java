package dev.orderflow.audit.sagas;

import dev.orderflow.audit.findings.Invariant;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Checks that the services agree about one order: existence, goods and money. */
public final class SagaRules {

    private static final Set<String> UNPAID = Set.of("FAILED", "VOIDED", "REFUNDED");

    private final boolean atRest;
    private final BiConsumer<Invariant, String> findings;

    private SagaRules(boolean atRest, BiConsumer<Invariant, String> findings) {
        this.atRest = atRest;
        this.findings = findings;
    }

    /** Reports every disagreement. At rest, nothing can be in flight. */
    public static void judge(SagaState saga, boolean atRest, BiConsumer<Invariant, String> findings) {
        var rules = new SagaRules(atRest, findings);
        SagaState.Order order = saga.order();
        if (order == null) {
            findings.accept(
                    Invariant.I4,
                    "the inventory has %s and the payment service %s, but there is no such order"
                            .formatted(
                                    status(
                                            saga.reservation() == null
                                                    ? null
                                                    : saga.reservation().status()),
                                    status(
                                            saga.payment() == null
                                                    ? null
                                                    : saga.payment().status())));
            return;
        }
        rules.goods(order, saga.reservation());
        rules.price(order);
        rules.money(order, saga.payment());
    }

    private void goods(SagaState.Order order, SagaState.@Nullable Reservation reservation) {
        if (reservation == null) {
            if (order.isFinal()) {
                findings.accept(
                        Invariant.I2,
                        "it is %s, but the inventory service has no reservation".formatted(order.status()));
            }
            return;
        }
        if (reservation.lines() != null && !reservation.lines().equals(order.lines())) {
            findings.accept(Invariant.I2, "its lines are not those of its reservation");
        }
        String status = reservation.status();
        boolean agrees = order.isConfirmed()
                ? status.equals("COMMITTED")
                : !status.equals("COMMITTED") && !(order.isFinal() && status.equals("HELD"));
        if (!agrees) {
            findings.accept(Invariant.I2, "it is %s, but its reservation is %s".formatted(order.status(), status));
        }
    }

    private void price(SagaState.Order order) {
        if (order.total() != order.linesTotal()) {
            findings.accept(
                    Invariant.I3,
                    "its total is %d, but its lines cost %d".formatted(order.total(), order.linesTotal()));
        }
    }

    private void money(SagaState.Order order, SagaState.@Nullable Payment payment) {
        if (payment == null) {
            if (order.isFinal()) {
                findings.accept(
                        Invariant.I3, "it is %s, but the payment service has no payment".formatted(order.status()));
            }
            return;
        }
        amounts(order, payment);
        if (payment.isOpen()) {
            if (atRest) {
                findings.accept(Invariant.I3, "its payment is still %s".formatted(status(payment.status())));
            }
            return;
        }
        if (payment.booked() != payment.kept()) {
            findings.accept(
                    Invariant.I3, "%d are booked, but the gateway kept %d".formatted(payment.booked(), payment.kept()));
        }
        if (order.isConfirmed() && payment.kept() != order.total()) {
            findings.accept(
                    Invariant.I3,
                    "it is CONFIRMED, but the gateway kept %d of %d".formatted(payment.kept(), order.total()));
        } else if (order.isFinal() && !order.isConfirmed() && payment.kept() != 0) {
            findings.accept(
                    Invariant.I3, "it is %s, but the gateway kept %d".formatted(order.status(), payment.kept()));
        } else if (order.isFinal() && !(order.isConfirmed() ? isPaid(payment) : isUnpaid(payment))) {
            findings.accept(
                    Invariant.I3,
                    "it is %s, but its payment is %s".formatted(order.status(), status(payment.status())));
        }
    }

    private void amounts(SagaState.Order order, SagaState.Payment payment) {
        if (payment.captures() > 1) {
            findings.accept(Invariant.I3, "the gateway has captured %d times".formatted(payment.captures()));
        }
        if (payment.kept() != 0 && payment.kept() != order.total()) {
            findings.accept(
                    Invariant.I3,
                    "the gateway kept %d of %d, neither all nor nothing".formatted(payment.kept(), order.total()));
        }
        boolean same = payment.amount() == order.total() && payment.currency().equals(order.currency());
        if (payment.status() != null && !same && !payment.isTombstone()) {
            findings.accept(
                    Invariant.I3,
                    "it costs %d %s, but its payment is over %d %s"
                            .formatted(order.total(), order.currency(), payment.amount(), payment.currency()));
        }
    }

    private static boolean isPaid(SagaState.Payment payment) {
        return "COMPLETED".equals(payment.status());
    }

    private static boolean isUnpaid(SagaState.Payment payment) {
        return payment.status() != null && UNPAID.contains(payment.status());
    }

    private static String status(@Nullable String status) {
        return status == null ? "nothing" : status;
    }
}
