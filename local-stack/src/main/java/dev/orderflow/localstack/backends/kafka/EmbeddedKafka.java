package dev.orderflow.localstack.backends.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Kafka in a JVM of its own, on 127.0.0.1. */
final class EmbeddedKafka extends KafkaBroker {
    private final Path data;
    private final int controllerPort;

    EmbeddedKafka(StackHome home, StackPorts ports) {
        super(home, ports);
        this.data = home.data("kafka");
        this.controllerPort = ports.kafkaController().number();
    }

    @Override
    public void requireWholeData() {
        if (Files.exists(data) && !Files.exists(data.resolve("meta.properties"))) {
            throw new StackFailure("The data folder " + data + " is incomplete (it has no meta.properties). " + hint());
        }
    }

    @Override
    protected void prepare() throws IOException {
        if (!Files.exists(data)) {
            format();
        }
        Files.writeString(configuration(), properties(data));
    }

    /** Formats under another name first, so that an interrupted run leaves no incomplete data folder. */
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
        Map<String, String> settings = settings("127.0.0.1", port(), controllerPort);
        settings.put("log.dirs", directory.toString());
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    protected PartRun launch() {
        return spawn(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        // The C2 compiler would take processor time from everything else for the first minutes.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.Kafka",
                        configuration().toString()),
                Map.of());
    }

    @Override
    protected String hint() {
        return "If its data folder is damaged, delete it and start again with empty topics: rm -rf " + data;
    }
}
