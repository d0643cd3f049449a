package dev.orderflow.chassis.harness.openapi.drift;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parameter that a resource method declares.
 *
 * @param place in the words of OpenAPI: path, query or header
 * @param element the Java parameter, or the field of a bean of parameters
 */
record Input(String place, String name, AnnotatedElement element, Class<?> type) {

    static List<Input> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? fields(parameter.getType()).flatMap(field -> of(field, field.getType()).stream())
                        : of(parameter, parameter.getType()).stream())
                .toList();
    }

    private static Stream<Field> fields(Class<?> bean) {
        return bean == Object.class
                ? Stream.of()
                : Stream.concat(Arrays.stream(bean.getDeclaredFields()), fields(bean.getSuperclass()));
    }

    private static Optional<Input> of(AnnotatedElement element, Class<?> type) {
        return Stream.of(
                        Optional.ofNullable(element.getAnnotation(PathParam.class))
                                .map(path -> new Input("path", path.value(), element, type)),
                        Optional.ofNullable(element.getAnnotation(QueryParam.class))
                                .map(query -> new Input("query", query.value(), element, type)),
                        Optional.ofNullable(element.getAnnotation(HeaderParam.class))
                                .map(header -> new Input("header", header.value(), element, type)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The body, if the method takes one. */
    static Optional<Parameter> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> of(parameter, parameter.getType()).isEmpty()
                        && Stream.of(BeanParam.class, Context.class, Suspended.class)
                                .noneMatch(parameter::isAnnotationPresent))
                .findFirst();
    }

    @Override
    public String toString() {
        return place + " " + name;
    }
}
