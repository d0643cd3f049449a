package dev.orderflow.chassis.harness.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The members of a record's JSON in a line, those of the records within it in parentheses. */
public final class JsonShape {

    private JsonShape() {}

    public static String of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(member -> member.getName() + " " + of(member.getGenericType()))
                .collect(Collectors.joining(", "));
    }

    private static String of(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments())
                        .map(JsonShape::of)
                        .collect(Collectors.joining(", ", of(generic.getRawType()) + "<", ">"));
            case Class<?> record when record.isRecord() -> "(" + of(record) + ")";
            default -> ((Class<?>) type).getSimpleName();
        };
    }
}
