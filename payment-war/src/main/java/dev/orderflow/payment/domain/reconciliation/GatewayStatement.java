package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the gateway's statement.
 *
 * @param charges in the order of their movements
 * @param to time of the last movement by the gateway's clock; null if the page is empty
 * @param next start of the next page; null on the last page
 */
public record GatewayStatement(
        List<GatewayCharge> charges,
        @Nullable Instant to,
        @Nullable String next) {}
