package dev.orderflow.gatewaysimulator.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's ledger. Each operation is atomic, and takes effect once per key. */
public interface ChargeLedger {

    /** Charges a key; empty, without any effect, if the key was used before. */
    Optional<Charge> charge(String key, ChargeRequest request, @Nullable String declineReason);

    /** Refunds a charge in full, once. No effect if nothing was captured. */
    void refund(String key);

    /** Voids a key permanently. No effect if the key was used before. */
    void voidCharge(String key);

    /** Returns true for the first request with this key, which is lost. */
    boolean loseOnce(String key);

    Optional<Charge> find(String key);

    /** Returns all charges of an order. More than one means that its merchant used several keys. */
    List<Charge> ofOrder(String orderId);

    /**
     * Returns the movements after a cursor, in order. A late commit appears at the time of its movement, not at the
     * end.
     */
    List<Movement> movements(StatementCursor after, int limit);

    /** Sets the switches for all servers of the gateway. They survive a restart. */
    void setSwitches(GatewaySwitches switches);

    GatewaySwitches switches();
}
