package dev.orderflow.payment.gateway;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Translates between payments and the gateway's HTTP interface. */
@ApplicationScoped
class RestPaymentGateway implements PaymentGateway {

    private static final Logger LOG = Logger.getLogger(RestPaymentGateway.class.getName());

    @Inject
    @RestClient
    GatewayClient client;

    @Override
    public GatewayAnswer charge(PaymentClaim claim) {
        String key = claim.orderId().toString();
        var request = new ChargeRequest(key, claim.amount(), claim.currency(), claim.token());
        return ask(key, () -> {
            try {
                return answer(client.charge(key, request));
            } catch (GatewayRefusal refusal) {
                return refusal.isInvalidRequest()
                        ? GatewayAnswer.declined("invalid_request")
                        : unanswered(key, refusal);
            }
        });
    }

    @Override
    public Optional<GatewayAnswer> find(UUID orderId) {
        String key = orderId.toString();
        try {
            return Optional.of(answer(client.find(key)));
        } catch (GatewayRefusal refusal) {
            return refusal.isNotFound() ? Optional.empty() : Optional.of(unanswered(key, refusal));
        } catch (RuntimeException failure) {
            return Optional.of(unanswered(key, failure));
        }
    }

    @Override
    public GatewayAnswer voidCharge(UUID orderId) {
        String key = orderId.toString();
        return ask(key, () -> answer(client.voidCharge(key)));
    }

    @Override
    public GatewayAnswer refund(UUID orderId) {
        String key = orderId.toString();
        return ask(key, () -> answer(client.refund(key)));
    }

    /** Any failure (timeout, broken connection, open circuit breaker, 5xx) means that the result is unknown. */
    private static GatewayAnswer ask(String key, Supplier<GatewayAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            return unanswered(key, failure);
        }
    }

    private static GatewayAnswer answer(ChargeState charge) {
        return switch (charge.status()) {
            case "CAPTURED" -> charge.refunded() > 0 ? GatewayAnswer.refunded() : GatewayAnswer.captured();
            case "DECLINED" -> GatewayAnswer.declined(Objects.requireNonNullElse(charge.reason(), "declined"));
            case "VOIDED" -> GatewayAnswer.voided();
            case null, default -> GatewayAnswer.unanswered("unknown gateway status " + charge.status());
        };
    }

    private static GatewayAnswer unanswered(String key, RuntimeException failure) {
        LoggedFailure.log(LOG, Level.FINE, "No answer from the gateway for " + key, failure);
        return GatewayAnswer.unanswered(
                "no answer from the gateway: " + failure.getClass().getSimpleName());
    }
}
