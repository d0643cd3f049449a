package dev.orderflow.kustomize.rules;

import static dev.orderflow.kustomize.manifest.Manifests.nameOf;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for secrets: a value in git protects nothing. */
final class SecretRules {

    private static final Pattern NAME = Pattern.compile("(?i).*(password|passwd|secret|token|credential|api_?key).*");
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?i).*(password|secret|token)\\s*[=:]\\s*\"?[A-Za-z0-9+/]{6,}.*|.*://[^/@\\s]*:[^/@\\s]+@.*|.*PRIVATE KEY.*",
            Pattern.DOTALL);

    private SecretRules() {}

    /** A value in a Secret must be marked as for development only. */
    static Stream<String> secrets(Manifests manifests) {
        return manifests
                .all(Secret.class)
                .flatMap(secret -> ContainerEnvironment.clear(secret).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("username"))
                        .filter(entry -> !entry.getValue().contains("dev-only-"))
                        .map(entry -> nameOf(secret) + " holds a secret in " + entry.getKey()));
    }

    /** A password must be a reference, never a value. */
    static Stream<String> passwords(Manifests manifests) {
        Stream<String> variables = manifests
                .workloads()
                .flatMap(workload -> workload.containers()
                        .flatMap(container -> container.getEnv().stream()
                                .filter(variable -> variable.getValue() != null)
                                .filter(variable -> isSecret(variable.getName(), variable.getValue()))
                                .map(variable ->
                                        workload.name(container) + " holds a secret in " + variable.getName())));
        Stream<String> maps = manifests
                .all(ConfigMap.class)
                .flatMap(map -> map.getData().entrySet().stream()
                        .filter(entry -> isSecret(entry.getKey(), entry.getValue()))
                        .map(entry -> nameOf(map) + " holds a secret in " + entry.getKey()));
        return Stream.concat(variables, maps);
    }

    private static boolean isSecret(String name, String value) {
        return (NAME.matcher(name).matches() && !value.startsWith("$("))
                || IN_TEXT.matcher(value).matches();
    }
}
