package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.ProgressLog;
import dev.orderflow.localstack.StackPorts;
import java.nio.file.Path;
import java.util.Map;

/**
 * The options of a stack. Sample catalogue and stock are always included.
 *
 * @param home the folder for data, logs and server files, which is kept between runs
 * @param outside environment that may name external backends: DB_HOST, KAFKA_BOOTSTRAP_SERVERS, REDIS_URL; its JVM_ARGS
 * replace those of every server
 * @param kind what the other backends run in
 * @param servers variables for every server
 */
public record StackOptions(
        Path home,
        StackPorts ports,
        Map<String, String> outside,
        BackendKind kind,
        Map<String, String> servers,
        ProgressLog progress) {
    /** Free ports, no external backends, no output. {@link BackendChoice} selects containers or processes. */
    public static StackOptions forTests(Path home) {
        return forTests(home, BackendChoice.get());
    }

    public static StackOptions forTests(Path home, BackendKind kind) {
        return new StackOptions(home, StackPorts.free(), Map.of(), kind, Map.of(), ProgressLog.silent());
    }

    /** The launcher's ports and processes, unless the environment changes ports or names external backends. */
    public static StackOptions fromEnvironment(Path home, Map<String, String> environment, ProgressLog progress) {
        return new StackOptions(
                home, StackPorts.of(environment), environment, BackendKind.PROCESSES, Map.of(), progress);
    }

    /** Changes the ports. */
    public StackOptions withPorts(StackPorts other) {
        return new StackOptions(home, other, outside, kind, servers, progress);
    }

    /** Sets variables for every server, which override those of the backends and the gateway. */
    public StackOptions withServers(Map<String, String> variables) {
        return new StackOptions(home, ports, outside, kind, variables, progress);
    }
}
