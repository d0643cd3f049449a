package dev.orderflow.chassis.http.parameters;

import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rejects unknown and repeated query parameters. JAX-RS ignores unknown ones, so a list with a misspelt filter would be
 * unfiltered.
 */
@Provider
public class QueryParameterFilter implements ContainerRequestFilter {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest http;

    @Override
    public void filter(ContainerRequestContext request) {
        SortedSet<String> names = known.computeIfAbsent(resource.getResourceMethod(), QueryParameterFilter::namesOf);
        FieldError[] errors = counts(http.getQueryString()).entrySet().stream()
                .map(parameter -> error(parameter.getKey(), parameter.getValue(), names))
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparing(FieldError::field))
                .toArray(FieldError[]::new);
        if (errors.length > 0) {
            throw ProblemException.invalid(errors);
        }
    }

    /**
     * Counts the occurrences of each parameter. Does not use UriInfo, which fails for paths that RESTEasy handles
     * itself.
     */
    private static Map<String, Integer> counts(@Nullable String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.isEmpty())
                        .map(parameter -> parameter.split("=", 2)[0])
                        .collect(Collectors.toMap(
                                name -> URLDecoder.decode(name, StandardCharsets.UTF_8), name -> 1, Integer::sum));
    }

    private static @Nullable FieldError error(String name, int count, SortedSet<String> known) {
        if (!known.contains(name)) {
            return new FieldError(name, "is no query parameter of this path, which " + takes(known));
        }
        return count == 1 ? null : new FieldError(name, "is given %d times; give it once".formatted(count));
    }

    private static String takes(SortedSet<String> known) {
        return known.isEmpty() ? "takes none" : "takes " + String.join(", ", known);
    }

    private static SortedSet<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> names(parameter, parameter.getType()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(AnnotatedElement element, Class<?> type) {
        QueryParam parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            return Stream.of(parameter.value());
        }
        return element.isAnnotationPresent(BeanParam.class) ? namesIn(type) : Stream.of();
    }

    private static Stream<String> namesIn(Class<?> type) {
        return Stream.<Class<?>>iterate(type, superclass -> superclass != null, Class::getSuperclass)
                .flatMap(superclass -> Arrays.stream(superclass.getDeclaredFields()))
                .flatMap(field -> names(field, field.getType()));
    }
}
