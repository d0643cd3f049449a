package dev.orderflow.localstack.backends.kafka;

import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Kafka in a container, with the settings of the embedded one. */
final class ContainerKafka extends KafkaBroker {
    private static final int INNER_PORT = 9092;
    private static final int INNER_CONTROLLER_PORT = 9093;

    private final String image;

    ContainerKafka(StackHome home, String image, StackPorts ports) {
        super(home, ports);
        this.image = image;
    }

    @Override
    protected PartRun launch() {
        return contain(image, INNER_PORT, environment());
    }

    /** Returns the settings as the image expects them: {@code KAFKA_NODE_ID} for {@code node.id}. */
    private Map<String, String> environment() {
        return settings("", INNER_PORT, INNER_CONTROLLER_PORT).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> "KAFKA_"
                                + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                        Map.Entry::getValue));
    }
}
