package dev.orderflow.systemtests.faults;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.parts.StackPart;
import dev.orderflow.localstack.server.LibertyServer;
import dev.orderflow.systemtests.NetworkLinks;
import dev.orderflow.systemtests.Shop;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@link Shop} that all test classes share, with injectable faults. All faults are healed in the end. */
record FaultyShop(Shop shop, NetworkLinks links) {

    static FaultyShop open() {
        return new FaultyShop(Shop.open(), Shop.links());
    }

    /** Returns the address for customers. */
    URI door() {
        return URI.create("http://127.0.0.1:" + links.customers().port());
    }

    /**
     * Returns all faults: suspend and kill for each process; latency, reset and black hole for each connection.
     *
     * @param deaths number of crashes per server, chosen by chance: at any moment, or at a point of its code
     */
    List<InjectedFault> faults(int deaths, Random chance) {
        Backends backends = shop.stack().backends();
        List<InjectedFault> faults = new ArrayList<>();
        links.all().stream().flatMap(InjectedFault::of).forEach(faults::add);
        for (StackPart backend : List.of(
                backends.kafka(),
                backends.postgres(),
                backends.redis(),
                shop.stack().gateway())) {
            faults.addAll(List.of(InjectedFault.stop(backend), InjectedFault.kill(backend)));
        }
        for (ServiceName service : ServiceName.values()) {
            LibertyServer server = shop.stack().server(service);
            List<InjectedFault> kills = Stream.concat(Stream.of(InjectedFault.kill(server)), CrashPoint.of(server))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(kills, chance);
            faults.add(InjectedFault.stop(server));
            faults.addAll(kills.subList(0, Math.min(deaths, kills.size())));
        }
        return faults;
    }
}
