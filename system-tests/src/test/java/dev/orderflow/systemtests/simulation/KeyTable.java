package dev.orderflow.systemtests.simulation;

import dev.orderflow.order.domain.IdempotencyKey;
import dev.orderflow.order.domain.IdempotencyKeys;
import java.util.Optional;

/** The idempotency keys of a simulated database. */
final class KeyTable implements IdempotencyKeys {

    private final Database.Table<IdempotencyKey.Id, IdempotencyKey> keys;

    KeyTable(Database database) {
        this.keys = database.table();
    }

    @Override
    public boolean reserve(IdempotencyKey.Id id) {
        return true;
    }

    @Override
    public Optional<IdempotencyKey> find(IdempotencyKey.Id id) {
        return keys.take(id);
    }

    @Override
    public void add(IdempotencyKey key) {
        keys.add(key.id(), key);
    }
}
