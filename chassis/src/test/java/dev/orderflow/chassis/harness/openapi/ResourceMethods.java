package dev.orderflow.chassis.harness.openapi;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the methods of resource classes by their requests, such as {@code GET /api/orders/{id}}. */
public final class ResourceMethods {

    private ResourceMethods() {}

    /**
     * Finds the methods in these packages and below. One of the packages contains the application class. Interfaces are
     * left out, because they are clients of other services.
     */
    public static Map<String, Method> in(String... packageNames) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(packageNames);
        String root = classes.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
                .map(type -> type.getAnnotationOfType(ApplicationPath.class).value())
                .findFirst()
                .orElse("");
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                .flatMap(type -> methods(root, type.reflect()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, ResourceMethods::neither, TreeMap::new));
    }

    private static Method neither(Method one, Method other) {
        throw new IllegalStateException(one + " and " + other + " answer the same requests");
    }

    private static Stream<Map.Entry<String, Method>> methods(String root, Class<?> resource) {
        String path = root + "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        verbs(method).map(verb -> Map.entry(verb + " " + clean(path + "/" + sub(method)), method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String sub(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Without the regular expressions of parameters, doubled and trailing slashes. */
    private static String clean(String path) {
        return path.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
    }
}
