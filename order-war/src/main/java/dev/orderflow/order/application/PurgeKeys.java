package dev.orderflow.order.application;

import dev.orderflow.order.domain.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Idempotency keys that nobody will send again are forgotten. */
@ApplicationScoped
public class PurgeKeys {

    @Inject
    IdempotencyKeys keys;

    /** Deletes some keys of at least that age in one transaction and says how many; fewer than the limit means all. */
    @Transactional
    public int purge(Duration age, int limit) {
        return keys.purge(age, limit);
    }
}
