package dev.orderflow.kustomize.docker;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The arguments of {@code docker run} for a container's manifest. Docker's default seccomp profile stands for
 * RuntimeDefault.
 */
final class RunArguments {

    private RunArguments() {}

    /** Returns the options, the image and its arguments, without volumes. */
    static List<String> of(Manifests manifests, Workload workload, Container container, List<String> mounts) {
        Map<String, String> variables = ContainerEnvironment.of(manifests, container);
        List<String> arguments =
                new ArrayList<>(security(workload.pod().getSecurityContext(), container.getSecurityContext()));
        arguments.addAll(size(container.getResources().getLimits()));
        variables.forEach((name, value) -> arguments.addAll(List.of("--env", name + "=" + value)));
        arguments.addAll(mounts);
        List<String> command = expand(container.getCommand(), variables);
        if (!command.isEmpty()) {
            arguments.addAll(List.of("--entrypoint", command.getFirst()));
        }
        arguments.add(container.getImage());
        command.stream().skip(1).forEach(arguments::add);
        arguments.addAll(expand(container.getArgs(), variables));
        return arguments;
    }

    private static List<String> security(PodSecurityContext pod, SecurityContext container) {
        List<String> arguments = new ArrayList<>(List.of("--user", pod.getRunAsUser() + ":" + pod.getRunAsGroup()));
        if (pod.getFsGroup() != null) {
            arguments.addAll(List.of("--group-add", pod.getFsGroup().toString()));
        }
        if (container.getReadOnlyRootFilesystem()) {
            arguments.add("--read-only");
        }
        if (!container.getAllowPrivilegeEscalation()) {
            arguments.addAll(List.of("--security-opt", "no-new-privileges"));
        }
        container.getCapabilities().getDrop().forEach(dropped -> arguments.addAll(List.of("--cap-drop", dropped)));
        return arguments;
    }

    /** No swap, and no more processors than the machine has, which Docker would reject. */
    private static List<String> size(Map<String, Quantity> limits) {
        String memory = amount(limits, "memory").toBigInteger().toString();
        double processors = Math.min(
                amount(limits, "cpu").doubleValue(), Runtime.getRuntime().availableProcessors());
        return List.of("--memory", memory, "--memory-swap", memory, "--cpus", Double.toString(processors));
    }

    private static BigDecimal amount(Map<String, Quantity> limits, String resource) {
        return Objects.requireNonNull(limits.get(resource), resource).getNumericalAmount();
    }

    private static List<String> expand(List<String> texts, Map<String, String> variables) {
        return Stream.ofNullable(texts)
                .flatMap(List::stream)
                .map(text -> ContainerEnvironment.expand(text, variables))
                .toList();
    }
}
