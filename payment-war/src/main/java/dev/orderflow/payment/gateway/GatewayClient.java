package dev.orderflow.payment.gateway;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
 * The gateway's HTTP interface. Only the query of a charge is retried here, because it changes nothing. The worker
 * repeats all other calls, after a query and a back-off.
 *
 * <p>Each operation has a circuit breaker, which opens when three of four calls fail: the gateway is down, and callers
 * need not wait for every timeout. A refusal (4xx) is an answer and does not count.
 */
@Path("/charges")
@RegisterProvider(GatewayRefusal.Mapper.class)
@RegisterProvider(GatewayAnswerReader.class)
@RegisterRestClient(configKey = "gateway")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Timeout(3000)
@Bulkhead(48)
@CircuitBreaker(requestVolumeThreshold = 40, failureRatio = 0.75, delay = 1000, skipOn = GatewayRefusal.class)
public interface GatewayClient {

    @POST
    ChargeState charge(@HeaderParam("Idempotency-Key") String key, ChargeRequest request);

    @GET
    @Path("/{key}")
    @Retry(maxRetries = 1, delay = 50, jitter = 25, abortOn = GatewayRefusal.class)
    ChargeState find(@PathParam("key") String key);

    @POST
    @Path("/{key}/void")
    ChargeState voidCharge(@PathParam("key") String key);

    @POST
    @Path("/{key}/refunds")
    ChargeState refund(@PathParam("key") String key);
}
