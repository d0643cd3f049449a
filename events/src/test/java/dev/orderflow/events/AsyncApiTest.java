package dev.orderflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compares {@code asyncapi.yaml} with the records. */
class AsyncApiTest {

    private static final Map<Class<?>, String> TYPES = Map.of(
            UUID.class,
            "string uuid",
            Instant.class,
            "string date-time",
            String.class,
            "string",
            long.class,
            "integer int64",
            Long.class,
            "integer int64",
            int.class,
            "integer int32");

    private final Map<?, ?> document = read();

    @ParameterizedTest
    @EnumSource
    void a_message_is_in_the_channel_of_its_topic_under_its_wire_name(EventType type) {
        Map<?, ?> messages = channels().values().stream()
                .filter(channel -> type.topic().equals(channel.get("address")))
                .map(channel -> map(channel, "messages"))
                .findFirst()
                .orElseThrow();
        String name = type.recordClass().getSimpleName();

        assertThat(messages.keySet().stream().map(String::valueOf)).contains(name);
        assertThat(resolve(map(messages, name)).get("name")).isEqualTo(type.wireName());
    }

    @ParameterizedTest
    @EnumSource
    void a_payload_has_the_fields_of_its_record_and_requires_those_that_are_never_missing(EventType type) {
        Map<?, ?> payload = resolve(map(message(type), "payload"));

        assertThat(shape(payload)).isEqualTo(shape(type.recordClass()));
    }

    @Test
    void only_what_exists_is_documented() {
        assertThat(map(document, "components", "messages")).hasSameSizeAs(EventType.values());
        assertThat(channels().values().stream().map(channel -> String.valueOf(channel.get("address"))))
                .containsExactlyInAnyOrder(Topics.ORDERS, Topics.INVENTORY, Topics.PAYMENTS, Topics.STOCK);
    }

    @Test
    void the_headers_are_those_of_every_record() {
        assertThat(map(document, "components", "schemas", "Headers", "properties").keySet().stream()
                        .map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventHeaders.class.getDeclaredFields())
                        .filter(field -> Modifier.isPublic(field.getModifiers()))
                        .map(AsyncApiTest::value)
                        .toList());
    }

    private Map<?, ?> message(EventType type) {
        return map(document, "components", "messages", type.recordClass().getSimpleName());
    }

    private Map<String, Map<?, ?>> channels() {
        Map<String, Map<?, ?>> channels = new LinkedHashMap<>();
        map(document, "channels").forEach((name, channel) -> channels.put((String) name, (Map<?, ?>) channel));
        return channels;
    }

    /** Fields and their types, as text; a field that is not required is marked. */
    private String shape(Map<?, ?> schema) {
        Map<?, ?> resolved = resolve(schema);
        return switch (String.valueOf(resolved.get("type"))) {
            case "object" ->
                map(resolved, "properties").entrySet().stream()
                        .map(field -> field.getKey()
                                + (list(resolved, "required").contains(field.getKey()) ? ": " : "?: ")
                                + shape((Map<?, ?>) field.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case "array" -> "[" + shape(map(resolved, "items")) + "]";
            default ->
                Stream.of(resolved.get("type"), resolved.get("format"))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
        };
    }

    private static String shape(Type type) {
        if (type instanceof ParameterizedType list) {
            return "[" + shape(list.getActualTypeArguments()[0]) + "]";
        }
        Class<?> simple = (Class<?>) type;
        RecordComponent[] components = simple.getRecordComponents();
        return components == null
                ? TYPES.getOrDefault(simple, simple.getName())
                : Arrays.stream(components)
                        .map(field -> field.getName()
                                + (field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?: " : ": ")
                                + shape(field.getGenericType()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private Map<?, ?> resolve(Map<?, ?> node) {
        Object reference = node.get("$ref");
        return reference == null
                ? node
                : resolve(map(document, ((String) reference).substring(2).split("/", -1)));
    }

    private static List<?> list(Map<?, ?> node, String key) {
        return node.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> node, String... path) {
        Map<?, ?> at = node;
        for (String key : path) {
            assertThat(at.get(key)).as("%s in %s", key, List.of(path)).isInstanceOf(Map.class);
            at = (Map<?, ?>) Objects.requireNonNull(at.get(key));
        }
        return at;
    }

    private static String value(Field constant) {
        try {
            return (String) Objects.requireNonNull(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<?, ?> read() {
        try {
            return (Map<?, ?>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("asyncapi.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
