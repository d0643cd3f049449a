package dev.orderflow.order.domain.idempotency;

import java.util.Map;
import java.util.Set;

/** The idempotency keys of the last hours. */
public interface IdempotencyKeys {

    /**
     * Reserves keys until the transaction ends; never waits.
     *
     * @return those that were reserved; another transaction has each of the others, and so is about to store it or to
     * roll back
     */
    Set<IdempotencyKey.Id> reserve(Set<IdempotencyKey.Id> ids);

    /** Those that are stored. */
    Map<IdempotencyKey.Id, IdempotencyKey> find(Set<IdempotencyKey.Id> ids);

    void add(IdempotencyKey key);
}
