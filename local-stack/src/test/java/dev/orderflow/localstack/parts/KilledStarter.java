package dev.orderflow.localstack.parts;

import dev.orderflow.localstack.ProgressLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process for tests that kill it: has started one child that ignores SIGTERM, and was about to start another. */
final class KilledStarter {
    private static final String DEAF = "trap '' TERM; sleep 600 & touch \"$1\"; wait";

    private KilledStarter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StackHome home = StackHome.open(folder, ProgressLog.silent());
        ChildProcess.start(
                PartKind.SERVER,
                "late",
                List.of("touch", folder.resolve("late").toString()),
                Map.of(),
                home.log("late"));
        Path ready = folder.resolve("ready");
        home.spawn(PartKind.SERVER, "deaf", List.of("sh", "-c", DEAF, "deaf", ready.toString()), Map.of())
                .onExit()
                .join();
        Files.createFile(folder.resolve("ended"));
    }
}
