package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.EntryKind.CAPTURE;
import static dev.orderflow.payment.domain.EntryKind.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {

    /** Rows: statuses; columns: the next status per signal; a dot: no change. */
    private static final String TABLE = """
status    | REQUESTED | ABANDONED | CAPTURED  | DECLINED | VOIDED | REFUNDED | UNANSWERED | DEADLINE_PASSED
            NEW       | PENDING   | VOIDED    | .         | .        | .      | .        | .          | .
            PENDING   | .         | VOIDING   | COMPLETED | FAILED   | FAILED | REFUNDED | UNKNOWN    | EXPIRING
            UNKNOWN   | .         | VOIDING   | COMPLETED | FAILED   | FAILED | REFUNDED | .          | EXPIRING
            EXPIRING  | .         | VOIDING   | COMPLETED | FAILED   | FAILED | REFUNDED | .          | .
            COMPLETED | .         | REFUNDING | .         | .        | .      | .        | .          | .
            FAILED    | .         | .         | REFUNDING | .        | .      | .        | .          | .
            VOIDING   | .         | .         | REFUNDING | VOIDED   | VOIDED | REFUNDED | .          | .
            VOIDED    | .         | .         | REFUNDING | .        | .      | .        | .          | .
            REFUNDING | .         | .         | .         | .        | .      | REFUNDED | .          | .
            REFUNDED  | .         | .         | .         | .        | .      | .        | .          | .""";

    record Row(PaymentStatus from, PaymentSignal signal, PaymentStatus to) {}

    static Stream<Row> rows() {
        List<String[]> lines =
                TABLE.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.iterate(1, i -> i < line.length, i -> i + 1)
                        .map(i -> row(line[0], lines.getFirst()[i], line[i])));
    }

    private static Row row(String from, String signal, String to) {
        PaymentStatus status = PaymentStatus.valueOf(from);
        return new Row(status, PaymentSignal.valueOf(signal), to.equals(".") ? status : PaymentStatus.valueOf(to));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_status_answers_every_signal(Row row) {
        Transition transition = Transition.of(row.from(), row.signal());

        assertThat(transition.to()).isEqualTo(row.to());
        assertThat(transition.changes()).isEqualTo(row.from() != row.to());
    }

    @Test
    void the_table_is_complete() {
        assertThat(rows()).hasSize(PaymentStatus.values().length * PaymentSignal.values().length);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_signal_that_changes_nothing_enters_nothing(Row row) {
        Transition transition = Transition.of(row.from(), row.signal());

        if (!transition.changes()) {
            assertThat(transition.entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, CAPTURED, AUTHORISE CAPTURE",
        "UNKNOWN, CAPTURED, AUTHORISE CAPTURE",
        "EXPIRING, CAPTURED, AUTHORISE CAPTURE",
        "EXPIRING, VOIDED, VOID",
        "VOIDING, CAPTURED, AUTHORISE CAPTURE",
        "VOIDING, VOIDED, VOID",
        "REFUNDING, REFUNDED, REFUND",
        "PENDING, DECLINED, ''"
    })
    void money_that_moves_is_entered(PaymentStatus from, PaymentSignal signal, String entries) {
        assertThat(Transition.of(from, signal).entries()).map(EntryKind::name).containsExactly(words(entries));
    }

    private static String[] words(String entries) {
        return entries.isEmpty() ? new String[0] : entries.split(" ");
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"COMPLETED", "REFUNDED", "FAILED", "VOIDED"})
    void an_end_is_not_open(PaymentStatus end) {
        assertThat(end.isOpen()).isFalse();
    }

    private record Lived(PaymentStatus status, Set<EntryKind> entries) {}

    /** Covers every sequence of signals, in any order and number. */
    @Test
    void no_sequence_of_signals_captures_twice_refunds_twice_or_refunds_what_was_not_captured() {
        Deque<Lived> toVisit = new ArrayDeque<>(List.of(new Lived(PaymentStatus.NEW, Set.of())));
        Set<Lived> seen = new HashSet<>(toVisit);
        while (!toVisit.isEmpty()) {
            Lived before = toVisit.pop();
            for (PaymentSignal signal : PaymentSignal.values()) {
                Lived after = live(before, Transition.of(before.status(), signal));
                if (seen.add(after)) {
                    toVisit.push(after);
                }
            }
        }
        assertThat(seen).extracting(Lived::status).containsAll(EnumSet.allOf(PaymentStatus.class));
    }

    private static Lived live(Lived before, Transition transition) {
        Set<EntryKind> entries = EnumSet.noneOf(EntryKind.class);
        entries.addAll(before.entries());
        for (EntryKind kind : transition.entries()) {
            assertThat(entries.add(kind))
                    .as("%s entered twice by %s", kind, transition)
                    .isTrue();
        }
        boolean paid = entries.contains(CAPTURE) && !entries.contains(REFUND);
        assertThat(paid)
                .as("captured and kept: %s, %s", transition.to(), entries)
                .isEqualTo(
                        Set.of(PaymentStatus.COMPLETED, PaymentStatus.REFUNDING).contains(transition.to()));
        return new Lived(transition.to(), entries);
    }
}
