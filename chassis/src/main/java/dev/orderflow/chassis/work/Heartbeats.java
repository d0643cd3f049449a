package dev.orderflow.chassis.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The heartbeats of the workers that must not stall, by name. */
@ApplicationScoped
public class Heartbeats {

    private final Map<String, Heartbeat> byName = new ConcurrentHashMap<>();

    /** Returns the heartbeat of a name; creates it at the first call. */
    public Heartbeat of(String name) {
        return byName.computeIfAbsent(name, first -> new Heartbeat());
    }

    public Map<String, Heartbeat> all() {
        return Map.copyOf(byName);
    }
}
