package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.ProgressLog;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a stack is started with, beside the sample catalogue and stock, which it always has.
 *
 * @param home the folder for data, logs and server files; kept from run to run
 * @param outside the environment in which backends from outside may be named: DB_HOST, KAFKA_BOOTSTRAP_SERVERS,
 * REDIS_URL; JVM_ARGS in it replaces the arguments of every server's JVM
 * @param kind what the backends run in that are not from outside
 * @param servers variables for every server
 */
public record StackOptions(
        Path home,
        StackPorts ports,
        Map<String, String> outside,
        BackendKind kind,
        Map<String, String> servers,
        ProgressLog progress) {
    /** Free ports, backends of its own, in containers or in processes as {@link BackendChoice} says, silent. */
    public static StackOptions forTests(Path home) {
        return forTests(home, BackendChoice.get());
    }

    public static StackOptions forTests(Path home, BackendKind kind) {
        return new StackOptions(home, StackPorts.free(), Map.of(), kind, Map.of(), ProgressLog.silent());
    }

    /** The launcher's ports, unless the environment changes them; the backends that the environment names are used. */
    public static StackOptions fromEnvironment(Path home, Map<String, String> environment, ProgressLog progress) {
        return new StackOptions(home, StackPorts.of(environment), environment, BackendKind.PROCESSES, Map.of(), progress);
    }

    /** On other ports. */
    public StackOptions withPorts(StackPorts other) {
        return new StackOptions(home, other, outside, kind, servers, progress);
    }

    /** With variables for every server, which replace those that lead to the backends and to the gateway. */
    public StackOptions withServers(Map<String, String> variables) {
        return new StackOptions(home, ports, outside, kind, variables, progress);
    }
}
