package dev.orderflow.systemtests.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.systemtests.crash.BareService;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Removes safeguards one at a time, from the classes of the services by Byteman rules and from their databases. The
 * check in charge must detect each removal. So every safeguard is necessary, and every check works.
 */
class SabotageIT {

    private static final Logger LOG = Logger.getLogger("sabotage");

    @ParameterizedTest
    @EnumSource
    void a_protection_that_is_taken_away_is_missed(Sabotage sabotage) throws Exception {
        try (InstrumentedClasses bent = InstrumentedClasses.by(sabotage.script)) {
            Optional<String> missed = sabotage.watch.misses();

            SabotageHelper.requireSound();
            assertThat(missed)
                    .as("what %s miss while %s", sabotage.watch, bent)
                    .hasValueSatisfying(what -> assertThat(what).doesNotContain("byteman"));
            LOG.info("%s: %s".formatted(sabotage.words(), missed.get()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SIMULATED_WORLDS",
                "RACES_OF_TWO_TRANSACTIONS",
                "A_FAULT_THAT_PASSES",
                "A_ROLLING_UPGRADE",
                "A_RELAY_THAT_STANDS_STILL"
            })
    void nothing_is_missed_when_all_are_there(Detector watch) throws Exception {
        assertThat(watch.misses()).isEmpty();
    }

    @BeforeAll
    static void migrate() throws SQLException {
        BareService.order().close();
        BareService.inventory().close();
        BareService.payment().close();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_constraint_forbids_is_done_once_it_is_dropped(DatabaseConstraint constraint) throws SQLException {
        assertThat(constraint.isMissing()).isFalse();
        assertThat(constraint.isMissedOnceDropped()).isTrue();
    }
}
