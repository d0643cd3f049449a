package dev.orderflow.payment.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.payment.domain.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadyAnswersTest {

    private final ReadyAnswers answers = new ReadyAnswers(2);

    @Test
    @Timeout(30)
    void what_is_answered_is_taken_at_once_when_nothing_else_can_come() throws InterruptedException {
        answers.rest(Duration.ofHours(1));
        answers.add(answer());
        answers.add(answer());

        assertThat(answers.take()).hasSize(2);
    }

    @Test
    @Timeout(30)
    void what_comes_until_the_next_round_is_taken_together() throws InterruptedException {
        answers.rest(Duration.ofHours(1));
        answers.add(answer());
        Thread.ofVirtual().start(() -> answers.add(answer()));

        assertThat(answers.take()).hasSize(2);
    }

    private static Answered answer() {
        return new Answered(UUID.randomUUID(), Answer.captured(), null);
    }
}
