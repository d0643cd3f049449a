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
                                Charges and refunds of orders, and their reconciliation with the gateway's books. \
                                Payments are requested through events only. Amounts are in minor units (cents).

                                Every error is `application/problem+json` (RFC 9457). `type` identifies the type of \
                                problem, `detail` says what to do, `errors` has an entry per invalid input, and \
                                `traceId` identifies the request in logs and traces. Unknown and repeated query \
                                parameters are refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Payments", description = "Charges, refunds, and the gateway's webhooks"),
            @Tag(name = "Reconciliation", description = "Reconciliation with the gateway's ledger")
        })
public class PaymentApplication extends Application {}
