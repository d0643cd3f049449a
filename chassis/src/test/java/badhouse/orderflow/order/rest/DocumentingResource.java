package badhouse.orderflow.order.rest;

import org.eclipse.microprofile.openapi.annotations.Operation;

public final class DocumentingResource {

    @Operation(summary = "Get an order")
    public String get() {
        return "an order";
    }
}
