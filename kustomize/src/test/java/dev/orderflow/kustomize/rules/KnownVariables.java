package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Kustomize;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that are read by the server configuration, MicroProfile Config, Liberty or OpenTelemetry. */
record KnownVariables(Set<String> names) {

    private static final Pattern SERVER_VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^([a-zA-Z][^=\\s#]*)=");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");

    /** Variables that the simulated gateway reads from the environment. */
    private static final Pattern READ = Pattern.compile("(?:text|number|millis|uri|get)\\(\"([A-Z_]+)\"");

    /** Variables that Liberty's scripts and the OpenTelemetry SDK read. */
    private static final Set<String> PLATFORM = Set.of(
            "JVM_ARGS",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "OTEL_METRIC_EXPORT_INTERVAL",
            "OTEL_RESOURCE_ATTRIBUTES",
            "OTEL_TRACES_SAMPLER",
            "OTEL_TRACES_SAMPLER_ARG",
            "VARIABLE_SOURCE_DIRS");

    static KnownVariables ofTheServices() {
        Stream<String> server = RepositorySources.below(Kustomize.ROOT.resolve("liberty-config"), "**/*.xml").stream()
                .flatMap(file -> RepositorySources.matches(file, SERVER_VARIABLE));
        Stream<String> properties = Stream.of("chassis", "messaging", "order-war", "inventory-war", "payment-war")
                .map(module -> Kustomize.ROOT.resolve(module + "/src/main"))
                .flatMap(folder -> Stream.concat(
                        RepositorySources.below(folder, "resources/META-INF/microprofile-config.properties").stream()
                                .flatMap(file -> RepositorySources.matches(file, PROPERTY)),
                        RepositorySources.below(folder, "java/**.java").stream()
                                .flatMap(file -> RepositorySources.matches(file, INJECTED))));
        Stream<String> simulator =
                RepositorySources.below(Kustomize.ROOT.resolve("gateway-simulator/src/main"), "java/**.java").stream()
                        .flatMap(file -> RepositorySources.matches(file, READ));
        return new KnownVariables(
                Stream.of(server, properties.map(KnownVariables::variable), simulator, PLATFORM.stream())
                        .flatMap(names -> names)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Applies MicroProfile Config's mapping: non-alphanumeric characters become underscores, letters become upper case.
     */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    boolean isRead(String name) {
        return names.contains(name);
    }
}
