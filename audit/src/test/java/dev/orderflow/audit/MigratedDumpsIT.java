package dev.orderflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.sources.AuditTarget;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The databases of the oldest version whose data must be kept, with orders in every state, after all migrations since. */
class MigratedDumpsIT {

    private static final String VERSION = "70c67a9";

    /** The dumps have these on purpose. */
    private static final int DEAD_LETTERS = 4;

    private static RestoredDatabases restored;

    @BeforeAll
    static void restore() {
        restored = RestoredDatabases.of(VERSION);
    }

    @Test
    void migrated_orders_keep_every_invariant_whether_they_have_ended_or_are_under_way() {
        AuditTarget target = restored.target().withDeadLetters(DEAD_LETTERS);

        AuditReport report = Audit.of(target).withPause(Duration.ofMillis(100)).run(false);

        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(report.underWay()).isPositive().isLessThan(report.orders());
    }

    @ParameterizedTest(name = "{0}: {3} of {1} where {2}")
    @CsvFileSource(resources = "/upgrade/" + VERSION + "/counts.csv", numLinesToSkip = 1)
    void migrated_rows_are_still_there(String database, String table, String condition, long rows) {
        assertThat(restored.database(database).number("select count(*) from %s where %s".formatted(table, condition)))
                .isEqualTo(rows);
    }
}
