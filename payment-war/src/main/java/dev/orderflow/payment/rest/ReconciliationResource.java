package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.payment.application.reconciliation.FindDifferences;
import dev.orderflow.payment.application.reconciliation.FindDifferences.Found;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Reads the differences that the periodic reconciliation with the gateway has found. */
@Path("/reconciliation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

    @Inject
    FindDifferences findDifferences;

    @GET
    public Response report(@Valid @BeanParam DifferenceFilter filter, @Context UriInfo uri) {
        Found found = findDifferences.find(filter.after, filter.limit() + 1);
        Page<LedgerDifference> page = Page.of(found.differences(), filter.limit(), LedgerDifference::key);
        return page.answer(ReconciliationReport.of(found.reconciliation(), page), uri, "after");
    }
}
