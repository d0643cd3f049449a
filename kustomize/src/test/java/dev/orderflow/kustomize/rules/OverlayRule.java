package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules for rendered overlays. Each returns its violations, in words that name the object. */
public enum OverlayRule {
    CONTAINERS_STATE_REQUESTS_AND_LIMITS(ContainerRules::requestsAndLimits),
    CONTAINERS_ARE_HARDENED(ContainerRules::hardened),
    CONTAINERS_MOUNT_VOLUMES_OF_THEIR_POD(ContainerRules::mounts),
    IMAGES_ARE_PINNED(ContainerRules::pinned),
    PODS_ARE_HARDENED(PodRules::hardened),
    PODS_HAVE_A_SERVICE_ACCOUNT_OF_THEIR_OWN(PodRules::serviceAccounts),
    PODS_ARE_NAMED_BY_THEIR_LABELS(PodRules::labels),
    SERVERS_HAVE_PROBES(ServerRules::probes),
    SERVICES_ROLL_WITHOUT_A_GAP_AND_DRAIN(ServerRules::rolling),
    SERVICES_SPREAD_THEIR_REPLICAS(ServerRules::spread),
    SERVICES_LISTEN_WHERE_THEY_SAY(ServerRules::ports),
    REFERENCES_EXIST(ReferenceRules::keys),
    SELECTORS_SELECT(ReferenceRules::selectors),
    SERVICE_PORTS_EXIST(ReferenceRules::servicePorts),
    TARGETS_EXIST(ReferenceRules::targets),
    HOSTS_IN_THE_CLUSTER_EXIST(EnvironmentRules::hosts),
    ENVIRONMENT_IS_READ(EnvironmentRules::read),
    NO_SECRET_IS_IN_GIT(SecretRules::secrets),
    NO_PASSWORD_IS_IN_THE_CLEAR(SecretRules::passwords),
    NAMESPACE_IS_ONE_AND_RESTRICTED(NamespaceRules::one),
    POLICIES_DENY_BY_DEFAULT(PolicyRules::deny),
    POLICIES_LET_PASS_WHAT_IS_NEEDED(PolicyRules::needed),
    POLICIES_LET_PASS_NOTHING_ELSE(PolicyRules::unneeded),
    TOPICS_ARE_THOSE_OF_THE_LIST(TopicRules::topics),
    ROUTES_LEAD_TO_PUBLIC_ENDPOINTS_ONLY(RouteRules::routes),
    ROUTES_ARE_THE_ONLY_WAY_IN(RouteRules::ways),
    SERVERS_KNOW_THE_NAMES_OF_THEIR_ROUTES(HostRules::known),
    PRODUCTION_RUNS_REPLICAS(ProductionRules::replicas, Scope.PRODUCTION),
    PRODUCTION_KEEPS_A_BUDGET(ProductionRules::budgets, Scope.PRODUCTION),
    PRODUCTION_PULLS_BY_DIGEST(ProductionRules::digests, Scope.PRODUCTION),
    PRODUCTION_IS_NO_DEVELOPMENT(ProductionRules::environment, Scope.PRODUCTION),
    PRODUCTION_PAYS_FOR_REAL(ProductionRules::gateway, Scope.PRODUCTION),
    PRODUCTION_HAS_NO_SIMULATOR(ProductionRules::simulator, Scope.PRODUCTION),
    PRODUCTION_MIGRATES_BY_A_JOB(ProductionRules::migration, Scope.PRODUCTION),
    PRODUCTION_HOLDS_NO_SECRET(ProductionRules::noSecrets, Scope.PRODUCTION);

    /** The overlays that a rule applies to. */
    private enum Scope {
        EVERYWHERE,
        PRODUCTION
    }

    @SuppressWarnings("ImmutableEnumChecker") // method references, without state
    private final Function<Manifests, Stream<String>> check;

    private final Scope scope;

    OverlayRule(Function<Manifests, Stream<String>> check) {
        this(check, Scope.EVERYWHERE);
    }

    OverlayRule(Function<Manifests, Stream<String>> check, Scope scope) {
        this.check = check;
        this.scope = scope;
    }

    public boolean isForProductionOnly() {
        return scope == Scope.PRODUCTION;
    }

    public List<String> violations(Manifests manifests) {
        return check.apply(manifests).distinct().toList();
    }
}
