package dev.orderflow.systemtests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Logger;

/** Crashes a transaction before its first statement, before its second, and so on. */
public final class CrashPoints {

    private static final Logger LOG = Logger.getLogger(CrashPoints.class.getName());

    private CrashPoints() {}

    /** Throws if a crash leaves partial work, or a repetition applies work twice. */
    public static void requireAllOrNothingAndOnce(BareService service, Scenario scenario) throws SQLException {
        service.rows.replaceBy(scenario.before());
        List<String> before = service.rows.all();
        service.crashes.live();
        service.transact(scenario.work());
        List<String> done = service.rows.all();
        List<String> steps = service.crashes.steps();
        assertThat(done).as("what it does").isNotEqualTo(before);

        int step = 0;
        do {
            service.rows.replaceBy(scenario.before());
            service.crashes.dieAt(step++);
            boolean returned = returns(service, scenario);
            assertThat(returned).as("a dead client returns").isEqualTo(!service.crashes.isDead());
            assertThat(service.rows.all())
                    .as("after the death at step %d of %s", step, steps)
                    .isEqualTo(service.crashes.hasCommitted() ? done : before);
            boolean died = service.crashes.isDead();
            service.crashes.live();
            service.transact(scenario.work());
            assertThat(service.rows.all())
                    .as("after the repetition of what died at step %d of %s", step, steps)
                    .isEqualTo(done);
            if (!died) {
                LOG.info("%s: %d crash points".formatted(scenario, step - 1));
                assertThat(step - 1).isEqualTo(steps.size());
                return;
            }
        } while (true);
    }

    private static boolean returns(BareService service, Scenario scenario) throws SQLException {
        try {
            service.transact(scenario.work());
            return true;
        } catch (RuntimeException death) {
            return false;
        }
    }
}
