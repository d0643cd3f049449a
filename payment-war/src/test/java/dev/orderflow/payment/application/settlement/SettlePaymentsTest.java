package dev.orderflow.payment.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.failure.RetryableFailure;
import dev.orderflow.payment.domain.GatewayAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlePaymentsTest {

    private final List<ReceivedAnswer> answers = Stream.generate(
                    () -> new ReceivedAnswer(UUID.randomUUID(), GatewayAnswer.captured(), null))
            .limit(3)
            .toList();

    private final Records records = new Records();
    private final SettlePayments settle = new SettlePayments();

    /** Records all responses or none, as a transaction does. */
    private static final class Records extends RecordAnswers {

        final List<ReceivedAnswer> recorded = new ArrayList<>();
        int calls;
        RuntimeException failure = new IllegalStateException("cannot be stored");
        List<ReceivedAnswer> bad = List.of();

        @Override
        public void record(List<ReceivedAnswer> round) {
            calls++;
            if (round.stream().anyMatch(bad::contains)) {
                throw failure;
            }
            recorded.addAll(round);
        }
    }

    SettlePaymentsTest() {
        settle.records = records;
    }

    @Test
    void answers_are_recorded_together() {
        settle.record(answers);

        assertThat(records.recorded).isEqualTo(answers);
        assertThat(records.calls).isEqualTo(1);
    }

    @Test
    void an_answer_that_cannot_be_recorded_rolls_back_none_of_the_others() {
        records.bad = List.of(answers.get(1));

        settle.record(answers);

        assertThat(records.recorded).containsExactly(answers.get(0), answers.get(2));
    }

    @Test
    void a_database_that_is_away_is_not_asked_for_each_of_them() {
        records.bad = answers;
        records.failure = new RetryableFailure("away", null);

        assertThatThrownBy(() -> settle.record(answers)).isSameAs(records.failure);
        assertThat(records.calls).isEqualTo(1);
    }
}
