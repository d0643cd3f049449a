package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import dev.orderflow.payment.domain.reconciliation.GatewayCharge;
import dev.orderflow.payment.domain.reconciliation.LedgerBalance;
import dev.orderflow.payment.domain.reconciliation.LedgerComparison;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the gateway's charges with our ledger and stores the differences. The gateway is queried outside of these
 * transactions.
 */
@ApplicationScoped
@Transactional
public class CompareLedgers {

    @Inject
    Reconciliations reconciliations;

    @Inject
    Payments payments;

    @Inject
    Event<DifferenceFound> found;

    /** Returns the charges that seem to differ from our ledger. Charges that agree are recorded as reconciled. */
    public List<GatewayCharge> suspects(Collection<GatewayCharge> charges) {
        Map<String, LedgerBalance> ours =
                reconciliations
                        .balances(charges.stream()
                                .flatMap(charge -> orderId(charge.key()).stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(balance -> balance.orderId().toString(), Function.identity()));
        List<GatewayCharge> suspects = new ArrayList<>();
        List<LedgerBalance> agreed = new ArrayList<>();
        for (GatewayCharge charge : charges) {
            var comparison = new LedgerComparison(
                    charge.key(), Optional.ofNullable(ours.get(charge.key())), Optional.of(charge));
            if (comparison.difference().isPresent()) {
                suspects.add(charge);
            } else if (!comparison.isInFlight()) {
                comparison.ours().ifPresent(agreed::add);
            }
        }
        reconciliations.agree(agreed);
        return suspects;
    }

    /** Returns our balance for a key of the gateway, or for the order that the charge names. */
    public Optional<LedgerBalance> ours(String key, String orderId) {
        List<UUID> orders = Stream.of(key, orderId)
                .flatMap(text -> orderId(text).stream())
                .distinct()
                .toList();
        Map<UUID, LedgerBalance> balances = reconciliations.balances(orders).stream()
                .collect(Collectors.toMap(LedgerBalance::orderId, Function.identity()));
        return orders.stream().filter(balances::containsKey).findFirst().map(balances::get);
    }

    /**
     * Stores a difference, or deletes it if the ledgers agree. No effect while the payment is in flight, or if it has
     * changed since the gateway was queried, because the answer may be outdated.
     *
     * @param before our balance before the gateway was queried
     * @return the difference if it is new or its kind has changed
     */
    public Optional<LedgerDifference> compare(
            String key, String orderId, Optional<LedgerBalance> before, Optional<GatewayCharge> theirs) {
        var comparison = new LedgerComparison(key, ours(key, orderId), theirs);
        if (comparison.isInFlight() || !comparison.ours().equals(before)) {
            return Optional.empty();
        }
        Optional<LedgerDifference> known = reconciliations.difference(key);
        Optional<DifferenceKind> kind = comparison.difference();
        if (kind.isPresent()) {
            return keep(comparison, kind.get(), orderId, known);
        }
        comparison.ours().ifPresent(balance -> reconciliations.agree(List.of(balance)));
        known.ifPresent(reconciliations::remove);
        return Optional.empty();
    }

    private Optional<LedgerDifference> keep(
            LedgerComparison comparison, DifferenceKind kind, String orderId, Optional<LedgerDifference> known) {
        Instant now = payments.now();
        boolean isNew = known.filter(difference -> difference.kind() == kind).isEmpty();
        LedgerDifference difference = known.orElseGet(() -> new LedgerDifference(comparison, kind, orderId, now));
        if (known.isPresent()) {
            difference.check(comparison, kind, now);
        } else {
            reconciliations.add(difference);
        }
        if (isNew) {
            found.fire(new DifferenceFound(kind));
        }
        return Optional.of(difference).filter(kept -> isNew);
    }

    /** Our keys are order ids. Other keys belong to other systems. */
    private static Optional<UUID> orderId(String key) {
        try {
            return Optional.of(UUID.fromString(key)).filter(id -> id.toString().equals(key));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
