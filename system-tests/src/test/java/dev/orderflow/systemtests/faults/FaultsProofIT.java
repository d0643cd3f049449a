package dev.orderflow.systemtests.faults;

import dev.orderflow.audit.AuditReport;
import dev.orderflow.localstack.ProofSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Places orders of all kinds while processes are killed and suspended, services crash at named points of their code,
 * and every connection is slow, reset or dropped. Each fault occurs once in every build (one crash per service), in the
 * order of a seed; with {@code mvn -Pproof} for ten minutes, or for {@code -Dorderflow.faults.minutes=<minutes>}.
 * {@code -Dorderflow.seed=<seed>} repeats a run. Seed, settings and history are kept in {@code
 * system-tests/target/faults}.
 */
class FaultsProofIT {

    private static final long SEED = Long.getLong("orderflow.seed", new Random().nextLong(1L << 50));
    private static final int MINUTES = Integer.getInteger("orderflow.faults.minutes", ProofSize.of(0, 10));
    private static final int DEATHS = ProofSize.of(1, 1 + CrashPoint.values().length);
    private static final long LONGEST_FAULT_MS = ProofSize.of(2_500, 15_000);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PLENTY = 1_000_000;
    private static final int SCARCE = ProofSize.of(20, 50);
    private static final long PRICE = 1250;

    @Test
    void whatever_dies_hangs_or_is_cut_off_every_order_ends_as_it_must_and_all_books_agree() throws Exception {
        long begin = System.nanoTime();
        Path kept = Path.of("target/faults", Long.toString(SEED), "history.jsonl");
        try (var history = new FaultHistory(kept.toAbsolutePath())) {
            var faulty = FaultyShop.open();
            history.record("begin", "seed", SEED, "minutes", MINUTES, "longestFaultMillis", LONGEST_FAULT_MS);
            String goods = "GOODS-" + UUID.randomUUID();
            String scarce = "SCARCE-" + UUID.randomUUID();
            faulty.shop().stock(goods, PRICE, PLENTY);
            faulty.shop().stock(scarce, PRICE, SCARCE);
            var customers = new Customers(faulty.door(), history, goods, scarce, new Random(SEED));
            customers.come();
            var chance = new Random(SEED);
            int faults =
                    new FaultInjector(faulty.faults(DEATHS, chance), chance, history, LONGEST_FAULT_MS).work(MINUTES);
            customers.leave();
            report(
                    "seed %d: %d faults, %d orders, all answered after %.0f s",
                    SEED, faults, customers.count(), seconds(begin));

            Awaitility.await()
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(faulty.shop()::requireRest);
            AuditReport audit = faulty.shop().requireSound();
            customers.requireWhatWasPromised(faulty.shop()::order);
            history.record("end", "faults", faults, "orders", customers.count());
            report("at rest and audited after %.0f s; %s%n%s", seconds(begin), history.file(), audit);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void report(String what, Object... numbers) {
        System.out.printf("FaultsProofIT: " + what + "%n", numbers);
    }
}
