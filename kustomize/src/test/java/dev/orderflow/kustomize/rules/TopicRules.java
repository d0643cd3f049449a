package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The topics that Strimzi makes are those of liberty-config/topics.properties. */
final class TopicRules {

    private static final Pattern LINE = Pattern.compile("(?m)^(orderflow\\.[^=]+=\\d+)$");

    private TopicRules() {}

    static Stream<String> topics(Manifests manifests) {
        Map<String, Integer> made = manifests
                .all(KafkaTopic.class)
                .collect(Collectors.toMap(
                        topic -> topic.getMetadata().getName(),
                        topic -> topic.getSpec().getPartitions()));
        return made.isEmpty() || made.equals(listed())
                ? Stream.empty()
                : Stream.of("the KafkaTopics " + made + " are not those of topics.properties, " + listed());
    }

    private static Map<String, Integer> listed() {
        return Sources.matches(Kustomize.ROOT.resolve("liberty-config/topics.properties"), LINE)
                .map(line -> line.split("="))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.valueOf(parts[1])));
    }
}
