package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics of Strimzi must be those of liberty-config/topics.properties, configured as in topic-config.properties.
 */
final class TopicRules {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z][^=\\n]+=\\d+)$");

    private TopicRules() {}

    static Stream<String> topics(Manifests manifests) {
        Map<String, String> made = manifests
                .all(KafkaTopic.class)
                .collect(Collectors.toMap(
                        topic -> topic.getMetadata().getName(),
                        topic -> topic.getSpec().getPartitions() + " "
                                + new TreeMap<>(topic.getSpec().getConfig())));
        return made.isEmpty() || made.equals(listed())
                ? Stream.empty()
                : Stream.of("the KafkaTopics " + made + " are not those of topics.properties, " + listed());
    }

    private static Map<String, String> listed() {
        String config = new TreeMap<>(properties("topic-config.properties")).toString();
        Map<String, String> topics = properties("topics.properties");
        topics.replaceAll((topic, partitions) -> partitions + " " + config);
        return topics;
    }

    private static Map<String, String> properties(String file) {
        return RepositorySources.matches(
                        Kustomize.ROOT.resolve("liberty-config").resolve(file), LINE)
                .map(line -> line.split("="))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b, TreeMap::new));
    }
}
