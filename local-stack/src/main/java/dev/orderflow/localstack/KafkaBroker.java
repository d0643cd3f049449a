package dev.orderflow.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller at once, in a JVM of its own; creates no topic by itself. */
public final class KafkaBroker extends StackPart {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final Path data;
    private final int controllerPort;

    KafkaBroker(Home home, int port, int controllerPort) {
        super(home, Kind.KAFKA, "Kafka", port);
        this.data = home.data("kafka");
        this.controllerPort = controllerPort;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** Fails when the data folder of an earlier run has lost something without which Kafka cannot start. */
    void requireWholeData() {
        if (Files.exists(data) && !Files.exists(data.resolve("meta.properties"))) {
            throw new StackFailure("The data folder " + data + " is incomplete (it has no meta.properties). " + hint());
        }
    }

    @Override
    void prepare() throws IOException {
        if (!Files.exists(data)) {
            format();
        }
        Files.writeString(configuration(), properties(data));
    }

    /** Under another name first, so that an interrupted format leaves nothing that looks like a data folder. */
    private void format() throws IOException {
        home().progress().say("Creating the Kafka data folder " + data);
        Path part = data.resolveSibling("kafka.new");
        Folders.delete(part);
        Files.writeString(configuration(), properties(part));
        String[] command = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            configuration().toString()
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (StorageTool.execute(command, new PrintStream(said, true, UTF_8)) != 0) {
            throw new StackFailure("Cannot create " + data + ": " + said.toString(UTF_8));
        }
        Files.move(part, data);
    }

    private Path configuration() {
        return home().directory().resolve("kafka.properties");
    }

    private String properties(Path directory) {
        return """
                process.roles=broker,controller
                node.id=%d
                controller.quorum.voters=%d@127.0.0.1:%d
                controller.listener.names=%s
                listeners=PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,%s:PLAINTEXT
                log.dirs=%s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(
                NODE, NODE, controllerPort, CONTROLLER, port(), CONTROLLER, controllerPort, CONTROLLER, directory);
    }

    @Override
    List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                configuration().toString());
    }

    @Override
    void probe() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port()).close();
    }

    @Override
    String hint() {
        return "If its data folder is damaged, delete it and start again with empty topics: rm -rf " + data;
    }
}
