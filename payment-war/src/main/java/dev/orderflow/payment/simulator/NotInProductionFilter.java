package dev.orderflow.payment.simulator;

import dev.orderflow.events.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses play money where real money is meant. */
@Provider
@NotInProduction
@ApplicationScoped
public class NotInProductionFilter implements ContainerRequestFilter {

    @Inject
    @ConfigProperty(name = "orderflow.environment")
    String environment;

    @Override
    public void filter(ContainerRequestContext request) {
        if (environment.equals("production")) {
            throw new ProblemException(
                    Status.FORBIDDEN,
                    "simulator-in-production",
                    "The simulated gateway does not work in production; set GATEWAY_URL to the real one.");
        }
    }
}
