package dev.orderflow.order.rest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.rest.order.TimelineEntry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A status transition as a server-sent event. It is serialised once, when the first client needs it. */
final class StepEvent {

    private final RecordedTransition step;
    private final Function<TimelineEntry, String> json;
    private byte @Nullable [] bytes;

    StepEvent(RecordedTransition step, Function<TimelineEntry, String> json) {
        this.step = step;
        this.json = json;
    }

    RecordedTransition step() {
        return step;
    }

    byte[] bytes() {
        if (bytes == null) {
            bytes = "id: %d\nevent: order\ndata: %s\n\n"
                    .formatted(step.position(), json.apply(TimelineEntry.of(step)))
                    .getBytes(UTF_8);
        }
        return bytes;
    }
}
