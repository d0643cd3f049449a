package dev.orderflow.systemtests.simulation.services;

import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentGateway;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The gateway and its network: a request or its response may be lost, or a request may arrive late. A repeated request
 * with the same key has one effect.
 */
public final class SimulatedGateway implements PaymentGateway {

    /** A token that is charged. Any other is declined. */
    public static final String APPROVED = "tok_approve";

    private enum Books {
        CAPTURED,
        DECLINED,
        VOIDED,
        REFUNDED
    }

    private static final GatewayAnswer NOT_FOUND = GatewayAnswer.unanswered("not found");

    /** Requests that have not arrived yet. */
    public final List<Runnable> late = new ArrayList<>();

    private final Map<String, Books> books = new LinkedHashMap<>();
    private final Map<UUID, Integer> captures = new LinkedHashMap<>();
    private final SeededChance chance;
    private final Set<RemovedSafeguard> flaws;
    private int attempts;

    public SimulatedGateway(SeededChance chance, Set<RemovedSafeguard> flaws) {
        this.chance = chance;
        this.flaws = flaws;
    }

    /** Returns the number of captures for an order. */
    public int captures(UUID orderId) {
        return captures.getOrDefault(orderId, 0);
    }

    /** Returns whether money was captured and not refunded. */
    public boolean keeps(UUID orderId) {
        return books.get(orderId.toString()) == Books.CAPTURED;
    }

    @Override
    public GatewayAnswer charge(PaymentClaim claim) {
        String key = flaws.contains(RemovedSafeguard.FRESH_GATEWAY_KEY)
                ? claim.orderId() + "/" + attempts++
                : claim.orderId().toString();
        return transmit(() -> {
            if (!books.containsKey(key)) {
                boolean approved = claim.token().equals(APPROVED);
                books.put(key, approved ? Books.CAPTURED : Books.DECLINED);
                captures.merge(claim.orderId(), approved ? 1 : 0, Integer::sum);
            }
            return answer(key);
        });
    }

    @Override
    public Optional<GatewayAnswer> find(UUID orderId) {
        String key = orderId.toString();
        GatewayAnswer answer = transmit(() -> books.containsKey(key) ? answer(key) : NOT_FOUND);
        return Optional.of(answer).filter(found -> !found.equals(NOT_FOUND));
    }

    @Override
    public GatewayAnswer voidCharge(UUID orderId) {
        return transmit(() -> {
            books.putIfAbsent(orderId.toString(), Books.VOIDED);
            return answer(orderId.toString());
        });
    }

    @Override
    public GatewayAnswer refund(UUID orderId) {
        return transmit(() -> {
            books.replace(orderId.toString(), Books.CAPTURED, Books.REFUNDED);
            return answer(orderId.toString());
        });
    }

    private GatewayAnswer answer(String key) {
        return switch (Objects.requireNonNull(books.get(key))) {
            case CAPTURED -> GatewayAnswer.captured();
            case DECLINED -> GatewayAnswer.declined("declined");
            case VOIDED -> GatewayAnswer.voided();
            case REFUNDED -> GatewayAnswer.refunded();
        };
    }

    /** The caller does not wait for the response. */
    private static void transmitted(Supplier<GatewayAnswer> request) {
        var unused = request.get();
    }

    private GatewayAnswer transmit(Supplier<GatewayAnswer> request) {
        GatewayAnswer silence = flaws.contains(RemovedSafeguard.SILENCE_IS_REFUSAL)
                ? GatewayAnswer.declined("no answer")
                : GatewayAnswer.unanswered("no answer");
        if (chance.strikes()) {
            late.add(() -> transmitted(request));
            return silence;
        }
        if (chance.strikes()) {
            return silence;
        }
        GatewayAnswer answer = request.get();
        return chance.strikes() ? silence : answer;
    }
}
