package dev.orderflow.messaging.deadletters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.JsonShape;
import dev.orderflow.messaging.deadletters.DeadLetter;
import org.junit.jupiter.api.Test;

class DeadLetterFormTest {

    /** Who changes the members names a new form, or two releases answer 304 for each other's bodies. */
    @Test
    void a_form_belongs_to_the_members_that_it_had() {
        assertThat(DeadLetterResource.FORM + ": " + JsonShape.of(DeadLetter.class))
                .isEqualTo("v1: id UUID, eventId UUID, type String, channel String, topic String, partition int,"
                        + " offset long, key String, cause String, attempts int, parkedAt Instant,"
                        + " status DeadLetterStatus, redrives int, payload String, headers Map<String, String>,"
                        + " history List<(at Instant, action String, outcome String, operator String, detail String)>,"
                        + " version int");
    }
}
