package dev.orderflow.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pulse of each part of a service that must never stand still, by name. */
@ApplicationScoped
public class Pulses {

    private final Map<String, Pulse> byName = new ConcurrentHashMap<>();

    /** There is one pulse of a name; the first call makes it. */
    public Pulse of(String name) {
        return byName.computeIfAbsent(name, first -> new Pulse());
    }

    public Map<String, Pulse> all() {
        return Map.copyOf(byName);
    }
}
