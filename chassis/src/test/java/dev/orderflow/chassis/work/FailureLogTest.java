package dev.orderflow.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.chassis.harness.CapturedLog;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final List<LogRecord> logged = new CapturedLog(logger).records();
    private final FailureLog failures = new FailureLog(logger, "Work waits");

    @Test
    void a_failure_has_its_stack_when_it_is_new_and_then_a_line_each_time() {
        var failure = new IllegalStateException("no such setting");
        var another = new IllegalStateException("another");

        failures.failed(failure);
        failures.failed(new IllegalStateException("no such setting"));
        failures.failed(another);

        assertThat(logged)
                .extracting(line -> String.valueOf(line.getThrown()))
                .containsExactly(failure.toString(), "null", another.toString());
        assertThat(logged)
                .extracting(LogRecord::getMessage)
                .containsExactly(
                        "Work waits: IllegalStateException: no such setting",
                        "Work waits: IllegalStateException: no such setting",
                        "Work waits: IllegalStateException: another");
    }

    @Test
    void what_has_worked_meanwhile_fails_anew() {
        var failure = new IllegalStateException("no such setting");

        failures.failed(failure);
        failures.worked();
        failures.failed(failure);

        assertThat(logged)
                .extracting(line -> String.valueOf(line.getThrown()))
                .containsExactly(failure.toString(), failure.toString());
    }

    @Test
    void what_passes_by_itself_has_no_stack() {
        failures.failed(new RetryableFailure("the database restarts", null));

        assertThat(logged).extracting(LogRecord::getThrown).containsOnlyNulls();
        assertThat(logged).extracting(LogRecord::getMessage).containsExactly("Work waits: the database restarts");
    }
}
