package dev.orderflow.chassis.lifecycle;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * Handles SIGTERM before the JVM does: when the JVM's shutdown hooks run, Liberty closes its port. The JDK offers only
 * {@code sun.misc.Signal} for this. The compiler always warns about that class, so it is called by reflection.
 */
final class TermSignal {

    private final Method handle;
    private final Method raise;
    private final Object term;
    private final Object handlerBefore;

    /**
     * Registers a task that SIGTERM runs in its own thread before it ends the JVM.
     *
     * @throws IllegalStateException if the JVM does not allow it, as with -Xrs
     */
    TermSignal(Runnable first) {
        ClassLoader jdk = ClassLoader.getPlatformClassLoader();
        try {
            Class<?> signal = Class.forName("sun.misc.Signal", true, jdk);
            Class<?> handler = Class.forName("sun.misc.SignalHandler", true, jdk);
            term = signal.getConstructor(String.class).newInstance("TERM");
            raise = signal.getMethod("raise", signal);
            handle = signal.getMethod("handle", signal, handler);
            handlerBefore = handle.invoke(null, term, handler(handler, signal, first));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM does not allow a handler for SIGTERM", e);
        }
    }

    private Object handler(Class<?> type, Class<?> signal, Runnable first) throws ReflectiveOperationException {
        Runnable both = () -> {
            first.run();
            forget();
            call(raise, term);
        };
        MethodHandle run = MethodHandles.publicLookup()
                .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                .bindTo(both);
        return MethodHandleProxies.asInterfaceInstance(type, MethodHandles.dropArguments(run, 0, signal));
    }

    /** Restores the handler of the JVM, which ends it at once. */
    void forget() {
        call(handle, term, handlerBefore);
    }

    private static void call(Method method, Object... arguments) {
        try {
            method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
