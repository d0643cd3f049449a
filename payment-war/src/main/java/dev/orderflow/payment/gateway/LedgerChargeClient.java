package dev.orderflow.payment.gateway;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The gateway's charges for the reconciliation. It has its own bulkhead and circuit breaker, so thousands of queries do
 * not take capacity from payments in {@link GatewayClient}.
 */
@Path("/charges")
@RegisterProvider(GatewayRefusal.Mapper.class)
@RegisterProvider(GatewayAnswerReader.class)
@RegisterRestClient(configKey = "gateway-books")
@Produces(MediaType.APPLICATION_JSON)
@Timeout(3000)
@Bulkhead(8)
@CircuitBreaker(requestVolumeThreshold = 16, failureRatio = 0.75, delay = 1000, skipOn = GatewayRefusal.class)
@Retry(maxRetries = 1, delay = 50, jitter = 25, abortOn = GatewayRefusal.class)
public interface LedgerChargeClient {

    @GET
    @Path("/{key}")
    ChargeState find(@PathParam("key") String key);
}
