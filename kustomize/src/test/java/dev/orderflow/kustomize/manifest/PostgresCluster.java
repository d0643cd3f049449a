package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/** A PostgreSQL cluster of CloudNativePG, with the fields that Orderflow uses. */
@Kind("Cluster")
@Group("postgresql.cnpg.io")
@Version("v1")
public final class PostgresCluster extends CustomResource<PostgresCluster.Spec, Void> implements Namespaced {

    public record Spec(
            String imageName,
            int instances,
            Postgresql postgresql,
            Bootstrap bootstrap,
            Managed managed,
            Storage storage,
            ResourceRequirements resources,
            Affinity affinity) {}

    public record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

    public record Synchronous(String method, int number, String dataDurability) {}

    public record Bootstrap(InitDb initdb) {}

    public record InitDb(
            String database,
            String owner,
            LocalObjectReference secret,
            List<String> postInitSQL,
            List<String> postInitApplicationSQL) {}

    public record Managed(List<Role> roles) {}

    public record Role(String name, String ensure, boolean login, LocalObjectReference passwordSecret) {}

    public record Storage(String size) {}

    public record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}
}
