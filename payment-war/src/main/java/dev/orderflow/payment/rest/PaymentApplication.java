package dev.orderflow.payment.rest;

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
                        title = "Orderflow: payments",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
                                What was charged for which order and what was given back, and whether the gateway's books say \
                                the same. Payments are made by events only. Amounts are minor units (cents).

                                Every error is `application/problem+json` (RFC 9457): `type` names the kind of problem, `detail` \
                                says what to do, `errors` lists each broken rule, and `traceId` finds the request in logs and \
                                traces. A query parameter that is not listed here, or is repeated, is refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Payments", description = "What was charged and given back, and the gateway's webhooks"),
            @Tag(name = "Reconciliation", description = "Our ledger against the gateway's")
        })
public class PaymentApplication extends Application {}
