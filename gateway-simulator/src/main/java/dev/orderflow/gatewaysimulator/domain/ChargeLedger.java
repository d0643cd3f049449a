package dev.orderflow.gatewaysimulator.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's books. Each operation happens as a whole or not at all, and once per key. */
public interface ChargeLedger {

    /** Empty when the key was used before: then nothing happens. */
    Optional<Charge> charge(String key, ChargeRequest request, @Nullable String declineReason);

    /** Gives back everything, once; without effect when nothing was captured. */
    void refund(String key);

    /** Makes sure that the key will never be charged; without effect when it was used before. */
    void voidCharge(String key);

    /** True for the first request with this key. */
    boolean lose(String key);

    Optional<Charge> find(String key);

    /** All charges of an order. More than one means that its merchant used more than one key. */
    List<Charge> ofOrder(String orderId);

    /** What moved after a place, in order. What is committed late has its place where it moved, not at the end. */
    List<Movement> movements(StatementCursor after, int limit);

    /** Sets how the gateway is to behave, for all its servers and over restarts. */
    void turn(GatewaySwitches switches);

    GatewaySwitches switches();
}
