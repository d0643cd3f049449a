package dev.orderflow.payment.gateway;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.orderflow.payment.domain.reconciliation.GatewayCharge;
import dev.orderflow.payment.domain.reconciliation.GatewayLedger;
import dev.orderflow.payment.domain.reconciliation.GatewayStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's ledger. A missing value that its interface requires is a failure. */
@ApplicationScoped
class RestGatewayLedger implements GatewayLedger {

    @Inject
    @RestClient
    StatementClient statements;

    @Inject
    @RestClient
    LedgerChargeClient charges;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int pageSize;

    @Override
    public GatewayStatement statement(Instant since, @Nullable String after) {
        StatementPage page = statements.page(since, after, pageSize);
        List<StatementPage.Line> lines = requireNonNull(page.items(), "a statement without items");
        Instant to = lines.isEmpty() ? null : lines.getLast().at();
        return new GatewayStatement(
                lines.stream()
                        .map(line -> charge(requireNonNull(line.charge(), "a line without a charge")))
                        .toList(),
                to,
                page.next());
    }

    @Override
    public Optional<GatewayCharge> find(String key) {
        try {
            return Optional.of(charge(charges.find(key)));
        } catch (GatewayRefusal refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static GatewayCharge charge(ChargeState charge) {
        return new GatewayCharge(
                requireNonNull(charge.key(), "a charge without a key"),
                requireNonNullElse(charge.orderId(), ""),
                charge.captured(),
                charge.refunded(),
                requireNonNullElse(charge.currency(), ""));
    }
}
