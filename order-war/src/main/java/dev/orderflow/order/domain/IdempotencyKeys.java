package dev.orderflow.order.domain;

import java.util.Optional;

/** The idempotency keys of the last hours. */
public interface IdempotencyKeys {

    /**
     * Reserves the key until the transaction ends; never waits.
     *
     * @return false when another transaction has it, and so is about to store it or to roll back
     */
    boolean reserve(IdempotencyKey.Id id);

    Optional<IdempotencyKey> find(IdempotencyKey.Id id);

    void add(IdempotencyKey key);
}
