package dev.orderflow.chassis.harness.openapi.drift;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The limits of a value, as keywords of JSON Schema. */
final class Limits {

    private static final Set<String> KEYWORDS =
            Set.of("pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

    private Limits() {}

    /** Returns the limits in a schema. */
    static Map<String, JsonValue> documented(JsonObject schema) {
        Map<String, JsonValue> limits = new TreeMap<>(schema);
        limits.keySet().retainAll(KEYWORDS);
        return limits;
    }

    /** Returns the limits of Bean Validation, including those of composed constraints. */
    static Map<String, JsonValue> validated(AnnotatedElement value, boolean isList) {
        Map<String, JsonValue> limits = new TreeMap<>();
        constraints(value).forEach(constraint -> {
            switch (constraint) {
                case Pattern pattern -> limits.put("pattern", Json.createValue(pattern.regexp()));
                case Min min -> limits.put("minimum", Json.createValue(min.value()));
                case Max max -> limits.put("maximum", Json.createValue(max.value()));
                case Size size -> {
                    limits.put(isList ? "minItems" : "minLength", Json.createValue(size.min()));
                    limits.put(isList ? "maxItems" : "maxLength", Json.createValue(size.max()));
                }
                default -> {}
            }
        });
        return limits;
    }

    private static Stream<Annotation> constraints(AnnotatedElement value) {
        return Arrays.stream(value.getAnnotations())
                .flatMap(annotation -> Stream.concat(
                        Stream.of(annotation),
                        Arrays.stream(annotation.annotationType().getAnnotations())));
    }
}
