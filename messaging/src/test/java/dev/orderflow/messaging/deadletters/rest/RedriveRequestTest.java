package dev.orderflow.messaging.deadletters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.http.Problem.FieldError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedriveRequestTest {

    private static final List<UUID> IDS = List.of(new UUID(0, 1));

    @Test
    void ids_alone_or_a_limit_with_its_filters_are_consistent() {
        assertThat(new RedriveRequest(IDS, null, null, null).violations()).isEmpty();
        assertThat(new RedriveRequest(null, 20, "type", "channel").violations()).isEmpty();
    }

    @Test
    void what_does_not_go_together_is_named_by_its_fields() {
        assertThat(new RedriveRequest(null, null, "type", null).violations())
                .extracting(FieldError::field)
                .containsExactly("ids");
        assertThat(new RedriveRequest(IDS, 20, "type", "channel").violations())
                .extracting(FieldError::field)
                .containsExactly("limit", "type", "channel");
    }
}
