package dev.orderflow.inventory.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything lies under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderflow: inventory",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
                                What there is of each SKU, what of it is reserved for which order, and how it came to be. Orders \
                                reserve by events only.

                                Every error is `application/problem+json` (RFC 9457): `type` names the kind of problem, `detail` \
                                says what to do, `errors` lists each broken rule, and `traceId` finds the request in logs and \
                                traces. A query parameter that is not listed here, or is repeated, is refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Stock", description = "What there is of each SKU, and every change of it"),
            @Tag(name = "Reservations", description = "What is held for whom")
        })
public class InventoryApi extends Application {}
