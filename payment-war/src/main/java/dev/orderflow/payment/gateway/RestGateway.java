package dev.orderflow.payment.gateway;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.payment.domain.Answer;
import dev.orderflow.payment.domain.Claim;
import dev.orderflow.payment.domain.Gateway;
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
class RestGateway implements Gateway {

    private static final Logger LOG = Logger.getLogger(RestGateway.class.getName());

    @Inject
    @RestClient
    GatewayClient client;

    @Override
    public Answer charge(Claim claim) {
        String key = claim.orderId().toString();
        var request = new ChargeRequest(key, claim.amount(), claim.currency(), claim.token());
        return ask(key, () -> {
            try {
                return answer(client.charge(key, request));
            } catch (GatewayRefusal refusal) {
                return refusal.isInvalidRequest() ? Answer.declined("invalid_request") : unanswered(key, refusal);
            }
        });
    }

    @Override
    public Optional<Answer> find(UUID orderId) {
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
    public Answer voidCharge(UUID orderId) {
        String key = orderId.toString();
        return ask(key, () -> answer(client.voidCharge(key)));
    }

    @Override
    public Answer refund(UUID orderId) {
        String key = orderId.toString();
        return ask(key, () -> answer(client.refund(key)));
    }

    /** Any failure, be it a time-out, a broken connection, an open breaker or a 5xx, means that nothing is known. */
    private static Answer ask(String key, Supplier<Answer> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            return unanswered(key, failure);
        }
    }

    private static Answer answer(ChargeState charge) {
        return switch (charge.status()) {
            case "CAPTURED" -> charge.refunded() > 0 ? Answer.refunded() : Answer.captured();
            case "DECLINED" -> Answer.declined(Objects.requireNonNullElse(charge.reason(), "declined"));
            case "VOIDED" -> Answer.voided();
            case null, default -> Answer.unanswered("unknown gateway status " + charge.status());
        };
    }

    private static Answer unanswered(String key, RuntimeException failure) {
        LoggedFailure.log(LOG, Level.FINE, "No answer from the gateway for " + key, failure);
        return Answer.unanswered(
                "no answer from the gateway: " + failure.getClass().getSimpleName());
    }
}
