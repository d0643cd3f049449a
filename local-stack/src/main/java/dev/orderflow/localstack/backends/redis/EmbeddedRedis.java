package dev.orderflow.localstack.backends.redis;

import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Redis in a process, on 127.0.0.1. */
final class EmbeddedRedis extends RedisBackend {
    private final EmbeddedBinaries binaries;

    EmbeddedRedis(StackHome home, EmbeddedBinaries binaries, int port) {
        super(home, port);
        this.binaries = binaries;
    }

    @Override
    protected void prepare() throws IOException {
        binaries.redis();
        Files.createDirectories(home().data("redis"));
    }

    @Override
    protected PartRun launch() {
        return spawn(
                List.of(
                        binaries.folder().resolve("redis-server").toString(),
                        "--port",
                        Integer.toString(port()),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        home().data("redis").toString(),
                        "--save",
                        "",
                        "--appendonly",
                        "no"),
                Map.of());
    }
}
