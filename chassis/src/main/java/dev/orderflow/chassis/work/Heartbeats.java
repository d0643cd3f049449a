package dev.orderflow.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The heartbeat of each part of a service that must never stand still, by name. */
@ApplicationScoped
public class Heartbeats {

    private final Map<String, Heartbeat> byName = new ConcurrentHashMap<>();

    /** There is one heartbeat of a name; the first call makes it. */
    public Heartbeat of(String name) {
        return byName.computeIfAbsent(name, first -> new Heartbeat());
    }

    public Map<String, Heartbeat> all() {
        return Map.copyOf(byName);
    }
}
