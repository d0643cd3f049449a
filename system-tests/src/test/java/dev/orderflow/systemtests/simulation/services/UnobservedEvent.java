package dev.orderflow.systemtests.simulation.services;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;

/** CDI events without observers: they would wake workers that the simulation runs anyway. */
final class UnobservedEvent {

    private static final Event<?> EVENT = (Event<?>) Proxy.newProxyInstance(
            UnobservedEvent.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);

    private UnobservedEvent() {}

    static Event<?> event() {
        return EVENT;
    }
}
