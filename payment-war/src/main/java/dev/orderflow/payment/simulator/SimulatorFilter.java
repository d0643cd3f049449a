package dev.orderflow.payment.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;

/**
 * Makes the simulated gateway's paths as unknown as any other outside of development. It runs before the request is
 * matched, because a wrong method or content type would otherwise be answered by another status than 404.
 */
@Provider
@PreMatching
@ApplicationScoped
public class SimulatorFilter implements ContainerRequestFilter {

    /** The first segment of every path of the simulated gateway. */
    static final String SEGMENT = "gateway";

    private final boolean isSimulated = DevelopmentEnvironment.isSet();

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isSimulated && isForSimulator(request)) {
            throw new NotFoundException();
        }
    }

    /** Segments are decoded and without their matrix parameters, as they are when a resource is matched. */
    private static boolean isForSimulator(ContainerRequestContext request) {
        return request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .findFirst()
                .filter(SEGMENT::equals)
                .isPresent();
    }
}
