package dev.orderflow.payment.gateway;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The gateway's statement over HTTP. It can be slow, so it has its own timeout, circuit breaker and bulkhead. */
@Path("/statement")
@RegisterProvider(GatewayRefusal.Mapper.class)
@RegisterProvider(GatewayAnswerReader.class)
@RegisterRestClient(configKey = "gateway-statement")
@Produces(MediaType.APPLICATION_JSON)
@Timeout(10_000)
@Bulkhead(1)
@CircuitBreaker(requestVolumeThreshold = 4, failureRatio = 0.75, delay = 1000)
@Retry(maxRetries = 1, delay = 50, jitter = 25, abortOn = GatewayRefusal.class)
public interface StatementClient {

    @GET
    StatementPage page(
            @QueryParam("since") Instant since,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") int limit);
}
