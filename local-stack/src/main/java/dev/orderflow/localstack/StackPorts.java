package dev.orderflow.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one stack, each with the environment variable that changes it in the launcher.
 *
 * @param kafkaAdvertised the port that clients of Kafka connect to, which differs if a proxy is in between
 */
public record StackPorts(
        NamedPort postgres,
        NamedPort kafka,
        NamedPort kafkaController,
        NamedPort redis,
        Map<ServiceName, NamedPort> http,
        NamedPort gateway,
        int kafkaAdvertised) {
    /** Below the range of outgoing connections, so a stopped part finds its port free again. */
    private static final int FIRST_FREE = 20_000;

    private static final int LAST_FREE = 32_000;

    /** A port, what listens on it, and the variable that changes it. */
    public record NamedPort(String what, String variable, int number) {
        public static NamedPort of(String what, String variable, int preset, Map<String, String> environment) {
            String value = environment.getOrDefault(variable, Integer.toString(preset));
            try {
                return new NamedPort(what, variable, Integer.parseInt(value));
            } catch (NumberFormatException e) {
                throw new StackFailure(variable + "=" + value + " is not a port number", e);
            }
        }
    }

    /** Returns the launcher's ports. Those of the backends differ from the usual ones, which may be in use. */
    public static StackPorts of(Map<String, String> environment) {
        return from(List.of(15432, 19092, 19093, 16379, 9080, 9081, 9082, 9083), environment);
    }

    /** Returns eight free ports. */
    public static StackPorts free() {
        List<Integer> numbers = new Random()
                .ints(FIRST_FREE, LAST_FREE)
                .distinct()
                .filter(port -> problem(port) == null)
                .limit(8)
                .boxed()
                .toList();
        return from(numbers, Map.of());
    }

    private static StackPorts from(List<Integer> presets, Map<String, String> environment) {
        Iterator<Integer> preset = presets.iterator();
        NamedPort postgres = NamedPort.of("PostgreSQL", "POSTGRES_PORT", preset.next(), environment);
        NamedPort kafka = NamedPort.of("Kafka", "KAFKA_PORT", preset.next(), environment);
        NamedPort controller = NamedPort.of("Kafka's controller", "KAFKA_CONTROLLER_PORT", preset.next(), environment);
        NamedPort redis = NamedPort.of("Redis", "REDIS_PORT", preset.next(), environment);
        Map<ServiceName, NamedPort> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(
                    service,
                    NamedPort.of(
                            "the " + service.label() + " server", service.portVariable(), preset.next(), environment));
        }
        NamedPort gateway = NamedPort.of("the simulated gateway", "GATEWAY_HTTP_PORT", preset.next(), environment);
        return new StackPorts(postgres, kafka, controller, redis, http, gateway, kafka.number());
    }

    /** Advertises another port to clients of Kafka. */
    public StackPorts withKafkaAdvertised(int port) {
        return new StackPorts(postgres, kafka, kafkaController, redis, http, gateway, port);
    }

    public int http(ServiceName service) {
        NamedPort port = http.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + service);
        }
        return port.number();
    }

    /** Returns the ports of all programs that serve HTTP. */
    public Stream<NamedPort> programs() {
        return Stream.concat(http.values().stream(), Stream.of(gateway));
    }

    /** Returns the origins of the console, by either name of this machine. */
    public String consoleOrigins() {
        return "http://localhost:%1$d,http://127.0.0.1:%1$d".formatted(http(ServiceName.ORDER));
    }

    /** Throws with one line per port that is in use. */
    public static void requireFree(Stream<NamedPort> ports) {
        List<String> taken = ports.filter(port -> problem(port.number()) != null)
                .map(StackPorts::message)
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure(String.join(System.lineSeparator(), taken));
        }
    }

    private static String message(NamedPort port) {
        return "Port %d for %s cannot be used (%s): stop what listens there, or choose another with %s=<port>."
                .formatted(port.number(), port.what(), problem(port.number()), port.variable());
    }

    private static @Nullable String problem(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return null;
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
