package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a server. A host without a dot is a Service of the same namespace. */
record ServerAddress(String host, int port) {

    private static final Pattern URL = Pattern.compile("(?:(https?)://)?(?:.*@)?([a-z0-9.-]+)(?::(\\d+))?(?:/.*)?");

    /** Variables that name another server by address or URL. */
    private static final Pattern NAMES_A_SERVER = Pattern.compile(
            "KAFKA_BOOTSTRAP_SERVERS|BOOTSTRAP_SERVERS|REDIS_URL|GATEWAY_URL|SIMULATOR_WEBHOOK_URL|OTEL_EXPORTER_OTLP_ENDPOINT");

    /** Returns the servers that the variables of a workload name. */
    static Stream<ServerAddress> of(Manifests manifests, Workload workload) {
        return workload.containers()
                .map(container -> ContainerEnvironment.of(manifests, container))
                .flatMap(ServerAddress::of)
                .distinct();
    }

    static Stream<ServerAddress> of(Manifests manifests, Container container) {
        return of(ContainerEnvironment.of(manifests, container));
    }

    /** Excludes addresses within the pod, which no policy affects. */
    private static Stream<ServerAddress> of(Map<String, String> variables) {
        return Stream.concat(database(variables), urls(variables))
                .filter(address -> !address.host().equals("localhost"));
    }

    private static Stream<ServerAddress> database(Map<String, String> variables) {
        return variables.containsKey("DB_HOST")
                ? Stream.of(new ServerAddress(
                        variables.get("DB_HOST"), Integer.parseInt(variables.getOrDefault("DB_PORT", "5432"))))
                : Stream.empty();
    }

    private static Stream<ServerAddress> urls(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> NAMES_A_SERVER.matcher(variable.getKey()).matches())
                .flatMap(variable -> Stream.of(variable.getValue().split(",")))
                .map(ServerAddress::parse);
    }

    private static ServerAddress parse(String url) {
        Matcher matcher = URL.matcher(url.replaceFirst("^redi(s{1,2})://", ""));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no address: " + url);
        }
        int port = matcher.group(3) != null
                ? Integer.parseInt(matcher.group(3))
                : Objects.equals(matcher.group(1), "https") ? 443 : 80;
        return new ServerAddress(matcher.group(2), port);
    }

    boolean isInCluster() {
        return !host.contains(".");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
