package dev.orderflow.localstack.server;

import dev.orderflow.localstack.ServiceName;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of a Liberty server.
 *
 * @param name of the server, unique in its home, also among replicas
 * @param environment variables that override those of this process; {@code JVM_ARGS} replaces the arguments of its JVM
 */
public record ServerOptions(ServiceName service, String name, int port, Map<String, String> environment) {
    public static ServerOptions of(ServiceName service, int port, Map<String, String> environment) {
        return new ServerOptions(service, service.label(), port, environment);
    }

    /** Returns the options of a replica. */
    public ServerOptions replica(String replicaName, int replicaPort) {
        return new ServerOptions(service, replicaName, replicaPort, environment);
    }

    /** Removes a variable, unless this process has it. */
    public ServerOptions without(String variable) {
        Map<String, String> fewer = new TreeMap<>(environment);
        fewer.remove(variable);
        return new ServerOptions(service, name, port, fewer);
    }

    /** Adds a variable. */
    public ServerOptions with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new ServerOptions(service, name, port, more);
    }
}
