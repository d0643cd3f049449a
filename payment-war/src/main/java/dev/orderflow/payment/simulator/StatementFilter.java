package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.paging.Paging;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of the statement. */
public class StatementFilter extends Paging {

    @QueryParam("since")
    @Parameter(
            description = "Only what moved at this time or later (RFC 3339); without it, all",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
            example = "2026-01-31T09:00:00Z")
    @Nullable
    String since;

    @QueryParam("after")
    @Parameter(
            description = "Where the page before ended: its next",
            example = "MjAyNi0wMS0zMVQwOTowMDowMFogQ0FQVFVSRSBrMQ")
    @Nullable
    String after;
}
