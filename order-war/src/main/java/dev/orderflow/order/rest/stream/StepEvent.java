package dev.orderflow.order.rest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.rest.order.TimelineEntry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step as a server-sent event: written when the first client asks for it, and once for all of them. */
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
