package dev.orderflow.systemtests.crash;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Two concurrent transactions. */
public final class TransactionRace {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TransactionRace() {}

    /**
     * Runs the second transaction after the work of the first and before its commit, unless it waits for the first.
     *
     * @return why one of them fails; empty if both succeed
     */
    public static Optional<String> between(BareService service, Scenario first, Scenario second) throws SQLException {
        service.rows.replaceBy(first.before());
        service.crashes.live();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        try {
            service.transact(beans -> {
                first.work().accept(beans);
                var other = CompletableFuture.runAsync(() -> service.transact(second.work()));
                others.add(other);
                await().atMost(LIMIT).until(() -> other.isDone() || service.isWaitingForALock());
            });
            others.forEach(CompletableFuture::join);
            return Optional.empty();
        } catch (RuntimeException failure) {
            others.forEach(other -> other.exceptionally(also -> null).join());
            return Optional.of(second + ": " + failure);
        }
    }
}
