package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import org.jspecify.annotations.Nullable;

/** Evaluates label selectors as a cluster does. */
final class LabelSelectors {

    private LabelSelectors() {}

    static boolean selectsAny(Manifests manifests, LabelSelector selector) {
        return manifests.workloads().anyMatch(workload -> selects(selector, workload));
    }

    /** An empty selector selects every pod. */
    static boolean selects(LabelSelector selector, Workload workload) {
        return workload.isMatchedBy(selector.getMatchLabels())
                && selector.getMatchExpressions().stream().allMatch(requirement -> holds(requirement, workload));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Workload workload) {
        @Nullable String value = workload.labels().get(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException("unknown operator " + requirement.getOperator());
        };
    }
}
