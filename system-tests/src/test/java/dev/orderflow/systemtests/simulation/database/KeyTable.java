package dev.orderflow.systemtests.simulation.database;

import dev.orderflow.order.domain.idempotency.IdempotencyKey;
import dev.orderflow.order.domain.idempotency.IdempotencyKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The idempotency keys of a simulated database. */
public final class KeyTable implements IdempotencyKeys {

    private final Database.Table<IdempotencyKey.Id, IdempotencyKey> keys;

    public KeyTable(Database database) {
        this.keys = database.table();
    }

    @Override
    public Set<IdempotencyKey.Id> reserve(Set<IdempotencyKey.Id> ids) {
        return ids;
    }

    @Override
    public Map<IdempotencyKey.Id, IdempotencyKey> find(Set<IdempotencyKey.Id> ids) {
        Map<IdempotencyKey.Id, IdempotencyKey> found = new HashMap<>();
        ids.forEach(id -> keys.take(id).ifPresent(key -> found.put(id, key)));
        return found;
    }

    @Override
    public void add(IdempotencyKey key) {
        keys.add(key.id(), key);
    }
}
