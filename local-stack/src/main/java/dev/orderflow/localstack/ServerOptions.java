package dev.orderflow.localstack;

import java.util.Map;
import java.util.TreeMap;

/**
 * One Liberty server.
 *
 * @param name of the server, unique in its home: replicas of one service have different ones
 * @param environment variables for the server, over those of this process
 * @param heapMb maximum heap of the server
 */
public record ServerOptions(ServiceName service, String name, int port, Map<String, String> environment, int heapMb) {
    private static final int HEAP_MB = 256;

    public static ServerOptions of(ServiceName service, int port, Map<String, String> environment) {
        return new ServerOptions(service, service.label(), port, environment, HEAP_MB);
    }

    /** The same under another name and port: a replica. */
    public ServerOptions replica(String replicaName, int replicaPort) {
        return new ServerOptions(service, replicaName, replicaPort, environment, heapMb);
    }

    /** With one more variable. */
    public ServerOptions with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new ServerOptions(service, name, port, more, heapMb);
    }
}
