package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.paging.Paging;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Filters and page of the list of orders. */
public class OrderFilter extends Paging {

    @QueryParam("status")
    @Pattern(
            regexp = "PENDING|RESERVED|CONFIRMED|REJECTED|CANCELLED",
            message = "must be PENDING, RESERVED, CONFIRMED, REJECTED or CANCELLED")
    @Nullable
    String status;

    @QueryParam("customerId")
    @Pattern(regexp = PlaceOrderRequest.IDENTIFIER, message = PlaceOrderRequest.IDENTIFIER_RULE)
    @Nullable
    String customerId;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("after")
    @Nullable
    String after;

    /** Asks for one order more than the limit, to find out whether there is a next page. */
    OrderQuery query() {
        return new OrderQuery(
                status == null ? null : OrderStatus.valueOf(status),
                customerId,
                parse("from", from, OrderFilter::time, timeRule(from)),
                parse("to", to, OrderFilter::time, timeRule(to)),
                parse("after", after, Cursors::decode, "must be the next of the page before, unchanged"),
                limit() + 1);
    }

    /** Rejects years with more than four digits, or before 1. PostgreSQL accepts some of them. */
    private static Instant time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("a year of four digits");
        }
        return time.toInstant();
    }

    /** A + in a query is decoded to a blank. */
    private static String timeRule(@Nullable String text) {
        String hint = text != null && text.indexOf(' ') >= 0 ? "; write the + of an offset as %2B" : "";
        return "must be a time such as 2026-01-31T09:00:00Z" + hint;
    }

    private static <T> @Nullable T parse(String name, @Nullable String text, Function<String, T> parser, String rule) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid(name, rule);
        }
    }
}
