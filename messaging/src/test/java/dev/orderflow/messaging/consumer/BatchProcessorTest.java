package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.failure.RetryableFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

/** Ordering keys A, B, … of one partition; what is done with their events when handling them fails. */
class BatchProcessorTest {

    private static final int MAX_SET_ASIDE = 50;

    private TestChannel channel = new TestChannel(Duration.ZERO, MAX_SET_ASIDE);

    @Test
    void an_event_that_fails_is_set_aside_with_its_key_and_other_keys_go_on() throws Exception {
        channel = new TestChannel(Duration.ofHours(1), MAX_SET_ASIDE);
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.created("B"), channel.confirmed("A"), channel.confirmed("B"));

        assertThat(channel.handled).containsExactly("created B", "confirmed B");
        assertThat(channel.acknowledged).containsExactly(1L, 3L);
        assertThat(channel.parked).isEmpty();
        assertThat(channel.setAside().size()).isEqualTo(2);
        assertThat(channel.setAside().isStopped()).isFalse();
    }

    @Test
    void an_event_that_is_set_aside_is_handled_before_those_behind_it_once_its_cause_is_gone() throws Exception {
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.confirmed("A"));
        channel.refusals.clear();
        channel.process(channel.confirmed("B"));
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        assertThat(channel.handled)
                .containsSubsequence("created A", "confirmed A")
                .contains("confirmed B");
        assertThat(channel.acknowledged).containsExactlyInAnyOrder(0L, 1L, 2L);
        assertThat(channel.parked).isEmpty();
    }

    @Test
    void an_event_that_fails_while_others_of_its_type_succeed_is_parked_and_those_behind_it_are_handled()
            throws Exception {
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.confirmed("A"));
        channel.process(channel.created("B"));
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        assertThat(channel.parked).containsExactly("A");
        assertThat(channel.handled).containsExactly("created B", "confirmed A");
        assertThat(channel.acknowledged).containsExactlyInAnyOrder(0L, 1L, 2L);
    }

    @Test
    void an_event_that_fails_is_not_parked_before_its_time() throws Exception {
        channel = new TestChannel(Duration.ofHours(1), MAX_SET_ASIDE);
        channel.refuse("created A");
        channel.process(channel.created("A"));
        for (int i = 0; i < 10; i++) {
            channel.process(channel.created("B" + i));
            int before = channel.tried.size();
            channel.awaitRetries(() -> channel.tried.size() > before);
        }

        assertThat(channel.parked).isEmpty();
        assertThat(channel.setAside().size()).isEqualTo(1);
    }

    @Test
    void an_event_that_fails_is_tried_again_for_as_long_as_no_other_of_its_type_succeeds() throws Exception {
        channel.refuse("created A");
        channel.process(channel.created("A"));
        for (int i = 0; i < 10; i++) {
            channel.process(channel.confirmed("B" + i));
            int before = channel.tried.size();
            channel.awaitRetries(() -> channel.tried.size() > before);
        }

        assertThat(channel.parked).isEmpty();
        assertThat(channel.tried.stream().filter("created A"::equals)).hasSizeGreaterThan(10);
    }

    @Test
    void a_fault_that_refuses_all_events_stops_the_channel_and_loses_none() throws Exception {
        List<Integer> setAsideWhenStopped = new ArrayList<>();
        channel.atAttempt = () -> {
            if (channel.setAside().isStopped()) {
                setAsideWhenStopped.add(channel.setAside().size());
            }
        };
        List<String> orders = channel.placeFortyWhileAllAreRefused();
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        assertThat(setAsideWhenStopped).isNotEmpty();
        assertThat(channel.parked).isEmpty();
        assertThat(channel.handled).hasSize(80);
        orders.forEach(
                order -> assertThat(channel.handled).containsSubsequence("created " + order, "confirmed " + order));
        assertThat(channel.acknowledged).hasSize(80).doesNotHaveDuplicates();
        assertThat(channel.setAside().isStopped()).isFalse();
    }

    @Test
    void a_channel_takes_no_more_when_its_bound_is_reached_until_one_is_handled() throws Exception {
        channel = new TestChannel(Duration.ofHours(1), 3);
        List.of("A", "B", "C", "D").forEach(order -> channel.refuse("created " + order));
        List<String> triedWhileFull = new ArrayList<>();
        channel.atAttempt = () -> {
            if (channel.tried.size() == 200) {
                triedWhileFull.addAll(channel.tried);
                channel.refusals.clear();
            }
        };
        channel.process(channel.created("A"), channel.created("B"), channel.created("C"), channel.created("D"));
        channel.awaitRetries(() -> channel.setAside().size() == 0);

        assertThat(triedWhileFull).contains("created C").doesNotContain("created D");
        assertThat(channel.handled).containsExactlyInAnyOrder("created A", "created B", "created C", "created D");
    }

    @Test
    void a_mark_is_published_when_nothing_before_it_is_set_aside_any_more() throws Exception {
        Instant time = Instant.parse("2026-01-31T09:00:00Z");
        channel.refuse("created A");
        channel.process(channel.created("A"), channel.mark(time));
        channel.process(channel.confirmed("B"), channel.mark(time.plusSeconds(1)));
        assertThat(channel.marks).isEmpty();

        channel.refusals.clear();
        channel.awaitRetries(() -> channel.setAside().size() == 0);
        assertThat(channel.marks).containsExactly(time.plusSeconds(1));
    }

    @Test
    void what_is_wrong_in_itself_is_parked_at_once_in_any_number() throws Exception {
        channel.refusals.put("created B", () -> new PermanentFailure("another amount", null));
        List<Message<String>> batch = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> batch.add(channel.message(TestChannel.CREATED, "unreadable", "no JSON")));
        batch.add(channel.created("B"));
        channel.process(batch);

        assertThat(channel.parked).hasSize(101);
        assertThat(channel.acknowledged).hasSize(101);
        assertThat(channel.setAside().size()).isZero();
    }

    @Test
    void an_event_whose_parking_fails_is_handled_again_before_it_is_parked() throws Exception {
        channel.refusedParkings = 1;
        channel.refusals.put("created A", () -> {
            channel.refusals.clear();
            return new PermanentFailure("no such order yet", null);
        });
        channel.process(channel.created("A"));

        assertThat(channel.handled).containsExactly("created A");
        assertThat(channel.parked).isEmpty();
        assertThat(channel.acknowledged).containsExactly(0L);
    }

    @Test
    void an_event_that_is_set_aside_is_parked_when_an_operator_asks_for_it() throws Exception {
        channel.refuse("created A");
        Message<String> message = channel.created("A");
        channel.process(message);
        UUID eventId = channel.setAside().list("orders").getFirst().eventId();

        assertThat(channel.setAside().park(UUID.randomUUID(), "on-call")).isFalse();
        assertThat(channel.setAside().park(eventId, "on-call")).isTrue();
        channel.awaitRetries(() -> channel.setAside().size() == 0);
        assertThat(channel.parked).containsExactly("A by on-call");
    }

    @Test
    void a_failure_that_passes_is_tried_again_in_place() throws Exception {
        channel.refusals.put("created A", () -> {
            channel.refusals.clear();
            return new RetryableFailure("the database is away", null);
        });
        channel.process(channel.created("A"), channel.confirmed("A"));

        assertThat(channel.handled).containsExactly("created A", "confirmed A");
        assertThat(channel.setAside().size()).isZero();
    }
}
