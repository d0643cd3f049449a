package dev.orderflow.localstack.backends.kafka;

import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.parts.PartKind;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** One Kafka node, broker and controller in one. Topics are not created automatically. */
public abstract sealed class KafkaBroker extends StackPart permits EmbeddedKafka, ContainerKafka {
    private final int advertisedPort;

    KafkaBroker(StackHome home, StackPorts ports) {
        super(home, PartKind.KAFKA, "Kafka", ports.kafka().number());
        this.advertisedPort = ports.kafkaAdvertised();
    }

    /** Creates a broker in a process. */
    public static KafkaBroker embedded(StackHome home, StackPorts ports) {
        return new EmbeddedKafka(home, ports);
    }

    /** Creates a broker in a container. */
    public static KafkaBroker contained(StackHome home, String image, StackPorts ports) {
        return new ContainerKafka(home, image, ports);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** Throws if data of an earlier run is incomplete, so that Kafka could not start. */
    public void requireWholeData() {}

    /**
     * Returns the broker's settings, without its data folder.
     *
     * @param address to listen on; empty for all
     */
    final Map<String, String> settings(String address, int listenerPort, int controllerPort) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners",
                        "PLAINTEXT://%s:%d,CONTROLLER://127.0.0.1:%d".formatted(address, listenerPort, controllerPort),
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0"));
        // The default is half of the heap, which left too little memory for a restart under load.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        return settings;
    }

    @Override
    protected void probe() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port()).close();
    }
}
