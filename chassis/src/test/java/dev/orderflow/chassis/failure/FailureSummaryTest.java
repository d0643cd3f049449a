package dev.orderflow.chassis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.CapturedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.format.DateTimeParseException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class FailureSummaryTest {

    /** Fields as PostgreSQL sends them: each with its letter, and NUL between them. */
    private static PSQLException refusal() {
        return new PSQLException(
                new ServerErrorMessage(
                        "SERROR\0C23514\0Mnew row for relation \"orders\" violates check constraint \"paid\"\0DFailing row contains (secret).\0torders\0npaid\0"));
    }

    @Test
    void a_refusal_of_the_database_is_told_by_its_state_constraint_and_table() {
        var failure = new IllegalStateException(
                "outer",
                new BatchUpdateException("insert into orders values ('secret')", "23514", 0, new int[0], refusal()));

        assertThat(FailureSummary.of(failure))
                .isEqualTo("PSQLException: SQLSTATE 23514, constraint paid, table orders");
    }

    @ParameterizedTest
    @MethodSource
    void what_quotes_data_is_told_by_its_class(Exception failure, String cause) {
        assertThat(FailureSummary.of(new IllegalStateException(failure))).isEqualTo(cause);
        assertThat(logged(failure))
                .doesNotContain("secret")
                .contains(failure.getClass().getName(), "\tat ");
    }

    static Stream<Arguments> what_quotes_data_is_told_by_its_class() {
        return Stream.of(
                Arguments.of(new NumberFormatException("For input string: secret"), "NumberFormatException"),
                Arguments.of(new DateTimeParseException("secret is no time", "secret", 0), "DateTimeParseException"),
                Arguments.of(new SQLException("invalid input syntax: secret", "22P02"), "SQLException: SQLSTATE 22P02"),
                Arguments.of(new SQLTransientException("secret", "22P02"), "SQLTransientException: SQLSTATE 22P02"),
                Arguments.of(new SQLException("secret", "P0001"), "SQLException: SQLSTATE P0001"),
                Arguments.of(new IllegalArgumentException("secret"), "IllegalArgumentException"),
                Arguments.of(refusal(), "PSQLException: SQLSTATE 23514, constraint paid, table orders"));
    }

    @Test
    void what_speaks_of_the_machinery_is_told_as_it_is() {
        assertThat(FailureSummary.of(new ConnectException("Connection refused")))
                .isEqualTo("ConnectException: Connection refused");
        assertThat(FailureSummary.of(new SQLException("deadlock detected", "40P01")))
                .isEqualTo("SQLException: SQLSTATE 40P01, deadlock detected");
        assertThat(FailureSummary.of(new IllegalStateException(new PermanentFailure("There is no order 1", refusal()))))
                .isEqualTo("There is no order 1");
    }

    @Test
    void the_log_shows_every_cause_with_its_stack() {
        var failure = new IllegalStateException("It failed", new IllegalArgumentException("secret", refusal()));

        assertThat(logged(failure))
                .contains("java.lang.IllegalStateException: It failed")
                .contains("Caused by: java.lang.IllegalArgumentException")
                .contains("Caused by: org.postgresql.util.PSQLException: SQLSTATE 23514, constraint paid, table orders")
                .contains(getClass().getName() + ".the_log_shows_every_cause_with_its_stack")
                .doesNotContain("secret");
    }

    @Test
    void an_exception_that_takes_over_the_message_of_its_cause_says_none() {
        var failure = new IllegalStateException(new SQLException("invalid input \"secret\"", "22P02"));

        assertThat(failure).hasMessageContaining("secret");
        assertThat(logged(failure)).contains("java.lang.IllegalStateException").doesNotContain("secret");
        assertThat(logged(new IllegalStateException("It failed: " + failure.getMessage(), failure)))
                .doesNotContain("secret");
    }

    private static String logged(Throwable failure) {
        Logger logger = Logger.getAnonymousLogger();
        var log = new CapturedLog(logger);
        LoggedFailure.log(logger, Level.WARNING, "It failed", failure);
        StringWriter text = new StringWriter();
        log.records().getFirst().getThrown().printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
