package dev.orderflow.kustomize.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses Kubernetes objects. Unlike a cluster's client, it rejects unknown fields, kinds and enum values. */
public final class StrictYaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .annotationIntrospector(new WithoutCatchAll())
            .build();

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();

    static {
        List.of(
                        Kafka.class,
                        KafkaNodePool.class,
                        KafkaTopic.class,
                        KafkaUser.class,
                        PostgresCluster.class,
                        ScaledObject.class,
                        PrometheusRule.class,
                        ServiceMonitor.class)
                .forEach(KINDS::registerKubernetesResource);
    }

    private StrictYaml() {}

    /** Returns every document of the text, in order. */
    public static Manifests read(String yaml) {
        try (var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            List<HasMetadata> objects = new ArrayList<>();
            while (documents.hasNext()) {
                objects.add(object(documents.next()));
            }
            return new Manifests(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HasMetadata object(JsonNode document) throws JsonProcessingException {
        String apiVersion = document.path("apiVersion").asText();
        String kind = document.path("kind").asText();
        @Nullable Class<? extends KubernetesResource> type = KINDS.getRegisteredKubernetesResource(apiVersion, kind);
        if (type == null) {
            throw new IllegalArgumentException("unknown kind " + apiVersion + " " + kind);
        }
        return (HasMetadata) MAPPER.treeToValue(document, type);
    }

    /** Disables the map in which the models collect unknown fields. */
    private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
