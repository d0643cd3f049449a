package dev.orderflow.order.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.domain.stream.TransitionLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamCursorTest {

    private static final UUID MINE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final int MUCH = 100;

    @Test
    void all_steps_after_the_cursor_are_picked_once() {
        var cursor = new StreamCursor(null, 2L);
        assertThat(pick(cursor, 4, MUCH)).containsExactly(3L, 4L);
        assertThat(pick(cursor, 6, MUCH)).containsExactly(5L, 6L);
        assertThat(pick(cursor, 6, MUCH)).isEmpty();
    }

    @Test
    void who_follows_one_order_moves_on_with_the_others() {
        var cursor = new StreamCursor(MINE, TransitionLog.START);
        assertThat(pick(cursor, 5, MUCH)).containsExactly(1L, 3L, 5L);
        assertThat(pick(cursor, 6, MUCH)).isEmpty();
        assertThat(cursor.isBefore(6L)).isFalse();
    }

    @Test
    void what_finds_no_room_is_due_again() {
        var cursor = new StreamCursor(null, TransitionLog.START);
        assertThat(pick(cursor, 5, 2)).containsExactly(1L, 2L);
        assertThat(cursor.isBefore(5L)).isTrue();
        assertThat(pick(cursor, 5, 0)).isEmpty();
        assertThat(pick(cursor, 5, MUCH)).containsExactly(3L, 4L, 5L);
    }

    @Test
    void a_cursor_never_goes_back() {
        var cursor = new StreamCursor(null, 7L);
        assertThat(pick(cursor, 5, MUCH)).isEmpty();
        assertThat(cursor.position()).isEqualTo(7L);
        assertThat(pick(cursor, 8, MUCH)).containsExactly(8L);
    }

    /** Odd events from 1 to last are of one order, even ones of another. */
    private static List<Long> pick(StreamCursor cursor, int last, int room) {
        List<StepEvent> steps = IntStream.rangeClosed(1, last)
                .mapToObj(n -> new RecordedTransition(
                        n,
                        n % 2 == 1 ? MINE : OTHER,
                        null,
                        OrderStatus.PENDING,
                        "PLACED",
                        null,
                        null,
                        null,
                        Instant.EPOCH))
                .map(step -> new StepEvent(step, entry -> "{}"))
                .toList();
        return cursor.pick(steps, last, room).stream()
                .map(event -> event.step().position())
                .toList();
    }
}
