package dev.orderflow.payment.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.payment.domain.GatewayAnswer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AnswerQueueTest {

    private final AnswerQueue answers = new AnswerQueue(2);

    @Test
    @Timeout(30)
    void what_is_answered_is_taken_at_once_when_nothing_else_can_come() throws InterruptedException {
        answers.openWindow(Duration.ofHours(1));
        answers.add(answer());
        answers.add(answer());

        assertThat(answers.take()).hasSize(2);
    }

    @Test
    @Timeout(30)
    void what_comes_until_the_next_round_is_taken_together() throws InterruptedException {
        answers.openWindow(Duration.ofHours(1));
        answers.add(answer());
        Thread.ofVirtual().start(() -> answers.add(answer()));

        assertThat(answers.take()).hasSize(2);
    }

    private static ReceivedAnswer answer() {
        return new ReceivedAnswer(UUID.randomUUID(), GatewayAnswer.captured(), null);
    }
}
