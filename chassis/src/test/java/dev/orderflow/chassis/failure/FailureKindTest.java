package dev.orderflow.chassis.failure;

import static dev.orderflow.chassis.failure.FailureKind.PERMANENT;
import static dev.orderflow.chassis.failure.FailureKind.TRANSIENT;
import static dev.orderflow.chassis.failure.FailureKind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureKindTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("deadlock", new SQLException("", "40P01"), TRANSIENT),
                Arguments.of("serialization failure", new SQLException("", "40001"), TRANSIENT),
                Arguments.of("connection lost", new SQLException("", "08006"), TRANSIENT),
                Arguments.of("server is shutting down", new SQLException("", "57P01"), TRANSIENT),
                Arguments.of("pool exhausted", new SQLTransientConnectionException(), TRANSIENT),
                Arguments.of("optimistic lock", new OptimisticLockException(), TRANSIENT),
                Arguments.of("network", new IOException(), TRANSIENT),
                Arguments.of("time-out", new TimeoutException(), TRANSIENT),
                Arguments.of("marked as retryable", new RetryableFailure("", null), TRANSIENT),
                Arguments.of("marked as permanent", new PermanentFailure("", null), PERMANENT),
                Arguments.of("a CHECK constraint", new SQLException("", "23514"), UNKNOWN),
                Arguments.of("bad data", new SQLException("", "22001"), UNKNOWN),
                Arguments.of(
                        "a row that another replica was quicker to insert", new SQLException("", "23505"), UNKNOWN),
                Arguments.of("a bug", new IllegalStateException(), UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08004", "08006", "08P01", "25006", "25P03", "28000", "28P01", "3D000",
                        "40001",
                "40P01", "53000", "53100", "53200", "53300", "53400", "55P03", "57014", "57P01", "57P02", "57P03",
                        "57P04",
                "57P05", "58000", "58030"
            })
    void what_the_database_or_the_way_to_it_refuses_passes(String sqlState) {
        assertThat(FailureKind.of(new SQLException("", sqlState))).isEqualTo(TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23502", "23505", "23514", "42501", "42703", "42P01", "P0001", "XX000", "2", ""})
    void what_may_be_the_fault_of_a_row_or_of_the_schema_may_pass(String sqlState) {
        assertThat(FailureKind.of(new SQLException("", sqlState))).isEqualTo(UNKNOWN);
    }

    @Test
    void a_rollback_of_which_nothing_says_why_passes() {
        assertThat(FailureKind.of(new TransactionalException("commit failed", new RollbackException("rolled back"))))
                .isEqualTo(TRANSIENT);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("failures")
    void a_failure_is_judged_by_its_kind(String name, Exception failure, FailureKind kind) {
        assertThat(FailureKind.of(failure)).as(name).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} wrapped by the container is {2}")
    @MethodSource("failures")
    void what_the_container_wraps_around_it_does_not_hide_it(String name, Exception failure, FailureKind kind) {
        RollbackException rollback = new RollbackException("rolled back");
        rollback.initCause(failure);
        assertThat(FailureKind.of(new TransactionalException("commit failed", rollback)))
                .as(name)
                .isEqualTo(kind);
    }
}
