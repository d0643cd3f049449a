package dev.orderflow.chassis.lifecycle;

import dev.orderflow.chassis.failure.LoggedFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The time between SIGTERM and the shutdown: readiness is DOWN, but requests are still served until load balancers have
 * noticed. Without it, Liberty closes its port at once and drops requests on open connections.
 */
@ApplicationScoped
public class Draining {

    private static final Logger LOG = Logger.getLogger(Draining.class.getName());

    @Inject
    @ConfigProperty(name = "orderflow.stop.drain-ms")
    long drainMillis;

    private volatile boolean begun;
    private @Nullable TermSignal signal;

    void start(@Observes Startup event) {
        try {
            signal = new TermSignal(this::drain);
        } catch (IllegalStateException e) {
            LoggedFailure.log(LOG, Level.WARNING, "SIGTERM will end this server without draining it", e);
        }
    }

    void stop(@Observes Shutdown event) {
        if (signal != null) {
            signal.forget();
        }
    }

    /** Whether SIGTERM has been received. */
    public boolean hasBegun() {
        return begun;
    }

    /** A second signal ends the server at once. */
    private void drain() {
        if (begun) {
            return;
        }
        begun = true;
        LOG.log(Level.INFO, "Draining: not ready, but serving requests for another {0} ms", drainMillis);
        try {
            TimeUnit.MILLISECONDS.sleep(drainMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
