package dev.orderflow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Redis in a process, on 127.0.0.1. */
final class EmbeddedRedis extends Redis {
    private final Binaries binaries;

    EmbeddedRedis(Home home, Binaries binaries, int port) {
        super(home, port);
        this.binaries = binaries;
    }

    @Override
    void prepare() throws IOException {
        binaries.redis();
        Files.createDirectories(home().data("redis"));
    }

    @Override
    Run launch() {
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
