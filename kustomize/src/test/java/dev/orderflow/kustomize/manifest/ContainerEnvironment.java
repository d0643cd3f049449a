package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables of a container, as the kubelet resolves them. References to objects outside the manifests are omitted.
 */
public final class ContainerEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

    private ContainerEnvironment() {}

    public static Map<String, String> of(Manifests manifests, Container container) {
        Map<String, String> variables = new TreeMap<>();
        container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> data(manifests, source.getConfigMapRef().getName()))
                .forEach(variables::putAll);
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() == null) {
                String value = variable.getValue();
                variables.put(variable.getName(), value == null ? "" : expand(value, variables));
            } else {
                from(manifests, variable.getName(), variable.getValueFrom(), variables);
            }
        }
        return variables;
    }

    private static void from(Manifests manifests, String name, EnvVarSource source, Map<String, String> variables) {
        Map<String, String> data = source.getSecretKeyRef() != null
                ? secret(manifests, source.getSecretKeyRef().getName())
                : data(manifests, source.getConfigMapKeyRef().getName());
        String key = source.getSecretKeyRef() != null
                ? source.getSecretKeyRef().getKey()
                : source.getConfigMapKeyRef().getKey();
        if (data.containsKey(key)) {
            variables.put(name, data.get(key));
        }
    }

    /** Expands $(NAME) as Kubernetes does in values, commands and arguments: unknown names stay. */
    public static String expand(String text, Map<String, String> variables) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference ->
                        Matcher.quoteReplacement(variables.getOrDefault(reference.group(1), reference.group())));
    }

    /** Returns the data of a ConfigMap; empty if it does not exist. */
    public static Map<String, String> data(Manifests manifests, String configMap) {
        return manifests
                .find(ConfigMap.class, configMap)
                .map(ConfigMap::getData)
                .orElse(Map.of());
    }

    /** Returns the decoded data of a Secret; empty if it is not in the manifests. */
    public static Map<String, String> secret(Manifests manifests, String name) {
        return manifests
                .find(Secret.class, name)
                .map(ContainerEnvironment::clear)
                .orElse(Map.of());
    }

    public static Map<String, String> clear(Secret secret) {
        Map<String, String> clear = new TreeMap<>(secret.getStringData());
        clear.putAll(secret.getData().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> decode(entry.getValue()))));
        return clear;
    }

    private static String decode(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
