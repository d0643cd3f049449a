package dev.orderflow.payment.gateway;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Tells refusals from failures; the client's own mapper throws the same exception for both. */
public class GatewayRefusalMapper implements ResponseExceptionMapper<GatewayRefusal> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return Response.Status.Family.familyOf(status) == Response.Status.Family.CLIENT_ERROR;
    }

    @Override
    public GatewayRefusal toThrowable(Response response) {
        return new GatewayRefusal(response.getStatus());
    }
}
