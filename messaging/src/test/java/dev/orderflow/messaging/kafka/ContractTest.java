package dev.orderflow.messaging.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire is what the golden files say: whoever breaks one of these tests breaks a running consumer. */
class ContractTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void an_event_is_encoded_as_its_golden_file(EventType type) {
        assertThat(codec.encode(GoldenEvents.event(type))).isEqualTo(GoldenEvents.json(type));
    }

    @ParameterizedTest
    @EnumSource
    void a_golden_file_is_decoded_to_its_event(EventType type) {
        assertThat(codec.decode(type, GoldenEvents.json(type))).isEqualTo(GoldenEvents.event(type));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER_CREATED", "INVENTORY_RESERVED"})
    void an_event_of_an_order_that_expires_is_encoded_as_its_golden_file_and_decoded_from_it(EventType type) {
        DomainEvent event = requireNonNull(GoldenEvents.expiring().get(type));

        assertThat(codec.encode(event)).isEqualTo(GoldenEvents.expiringJson(type));
        assertThat(codec.decode(type, GoldenEvents.expiringJson(type))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void a_field_of_a_later_release_is_ignored(EventType type) {
        JsonObject later = Json.createObjectBuilder(parse(type))
                .add("addedLater", Json.createObjectBuilder().add("at", "2030-01-01T00:00:00Z"))
                .build();

        assertThat(codec.decode(type, later.toString())).isEqualTo(GoldenEvents.event(type));
    }

    @ParameterizedTest
    @MethodSource
    void an_event_without_a_required_value_is_refused(EventType type, JsonPointer value) {
        String incomplete = value.remove(parse(type)).toString();

        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> codec.decode(type, incomplete));
    }

    static Stream<Arguments> an_event_without_a_required_value_is_refused() {
        return Stream.of(EventType.values())
                .flatMap(type -> fields("", parse(type))
                        .map(path -> argumentSet(type + " without " + path, type, Json.createPointer(path))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "7", "{\"orderId\":", "no json"})
    void what_is_no_event_is_refused(String text) {
        assertThatExceptionOfType(PermanentFailure.class)
                .isThrownBy(() -> codec.decode(EventType.ORDER_CONFIRMED, text));
    }

    @ParameterizedTest
    @EnumSource
    void a_wire_name_is_logical_and_versioned(EventType type) {
        assertThat(type.wireName()).matches("dev\\.orderflow\\.(order|inventory|payment)\\.[a-z-]+\\.v\\d+");
        assertThat(EventType.named(type.wireName())).contains(type);
        assertThat(EventType.of(GoldenEvents.event(type))).isEqualTo(type);
    }

    private static JsonObject parse(EventType type) {
        try (var reader = Json.createReader(new StringReader(GoldenEvents.json(type)))) {
            return reader.readObject();
        }
    }

    /** JSON pointers to every field of the document, the nested ones included. */
    private static Stream<String> fields(String root, JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().entrySet().stream().flatMap(field -> {
                    String path = root + "/" + field.getKey();
                    return Stream.concat(Stream.of(path), fields(path, field.getValue()));
                });
            case ARRAY ->
                IntStream.range(0, value.asJsonArray().size())
                        .boxed()
                        .flatMap(i -> fields(root + "/" + i, value.asJsonArray().get(i)));
            default -> Stream.empty();
        };
    }
}
