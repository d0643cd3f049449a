package dev.orderflow.systemtests.faults;

import dev.orderflow.events.otlp.OtlpReceiver;
import dev.orderflow.localstack.Backends;
import dev.orderflow.localstack.LibertyServer;
import dev.orderflow.localstack.LocalStack;
import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackOptions;
import dev.orderflow.localstack.StackPart;
import dev.orderflow.systemtests.Byteman;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole system, with a {@link Link} on the way to each backend, to the gateway, and from the customers to the order service. */
final class FaultyShop implements AutoCloseable {

    private final Shop shop;
    private final List<Link> links;

    private FaultyShop(Shop shop, List<Link> links) {
        this.shop = shop;
        this.links = links;
    }

    static FaultyShop open() {
        StackOptions options =
                StackOptions.forTests(Path.of("target/faulty-shop").toAbsolutePath());
        Ports ports = options.ports();
        Link customers = new Link("the shop", ports.http(ServiceName.ORDER));
        Link gateway = new Link("the gateway", ports.http(ServiceName.PAYMENT));
        Link postgres = new Link("PostgreSQL", ports.postgres().number());
        Link kafka = new Link("Kafka", ports.kafka().number());
        Link redis = new Link("Redis", ports.redis().number());
        LocalStack stack = LocalStack.start(options.withPorts(ports.withKafkaAdvertised(kafka.port()))
                .withServers(Map.of(
                        "JDK_JAVA_OPTIONS",
                        Byteman.LIBERTY,
                        "DB_HOST",
                        "127.0.0.1",
                        "DB_PORT",
                        Integer.toString(postgres.port()),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + kafka.port(),
                        "REDIS_URL",
                        "redis://127.0.0.1:" + redis.port(),
                        "GATEWAY_URL",
                        "http://127.0.0.1:" + gateway.port() + "/api/gateway")));
        return new FaultyShop(new Shop(stack, new OtlpReceiver()), List.of(customers, gateway, postgres, kafka, redis));
    }

    Shop shop() {
        return shop;
    }

    /** Where customers reach it. */
    URI door() {
        return URI.create("http://127.0.0.1:" + links.getFirst().port());
    }

    /**
     * One of each kind and target: stop and kill for each process, latency, reset and black hole for each way.
     *
     * @param deaths of each server, chosen by chance: at any moment, or at a point of its code
     */
    List<Fault> faults(int deaths, Random chance) {
        Backends backends = shop.stack().backends();
        List<Fault> faults = new ArrayList<>();
        links.stream().flatMap(Fault::of).forEach(faults::add);
        for (StackPart backend : List.of(backends.kafka(), backends.postgres(), backends.redis())) {
            faults.addAll(List.of(Fault.stop(backend), Fault.kill(backend)));
        }
        for (ServiceName service : ServiceName.values()) {
            LibertyServer server = shop.stack().server(service);
            List<Fault> kills = Stream.concat(Stream.of(Fault.kill(server)), DeathPoint.of(server))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(kills, chance);
            faults.add(Fault.stop(server));
            faults.addAll(kills.subList(0, Math.min(deaths, kills.size())));
        }
        return faults;
    }

    @Override
    public void close() throws IOException {
        shop.stack().close();
        shop.telemetry().close();
        for (Link link : links) {
            link.close();
        }
    }
}
