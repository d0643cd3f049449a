package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what the gateway moved.
 *
 * @param charges that money moved for, in the sequence of the movements
 * @param to when the last of the movements was, by the gateway's clock; null when there was none
 * @param next where the next page begins; null on the last one
 */
public record GatewayStatement(
        List<GatewayCharge> charges,
        @Nullable Instant to,
        @Nullable String next) {}
