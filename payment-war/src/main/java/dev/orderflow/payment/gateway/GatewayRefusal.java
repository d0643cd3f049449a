package dev.orderflow.payment.gateway;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** The gateway refused a request (4xx): an answer, not a failure. */
public final class GatewayRefusal extends RuntimeException {

    private final int status;

    private GatewayRefusal(int status) {
        super("The gateway answered " + status);
        this.status = status;
    }

    boolean isInvalidRequest() {
        return status == 400;
    }

    boolean isNotFound() {
        return status == 404;
    }

    /** Separates refusals from failures. The client's default mapper throws the same exception for both. */
    public static class Mapper implements ResponseExceptionMapper<GatewayRefusal> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return Response.Status.Family.familyOf(status) == Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public GatewayRefusal toThrowable(Response response) {
            return new GatewayRefusal(response.getStatus());
        }
    }
}
