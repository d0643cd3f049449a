package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.StatementCursor;
import dev.orderflow.gatewaysimulator.http.FieldError;
import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.JsonExchange;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The statement: all movements of money of a merchant. */
public record StatementResource(ChargeLedger ledger, Switchboard switchboard) {

    private static final String DEFAULT_LIMIT = "50";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    public static StatementResource of(ChargeLedger ledger) {
        return new StatementResource(ledger, new Switchboard(ledger));
    }

    public void route(HttpRoutes routes) {
        routes.at("/api/gateway/statement", Map.of("GET", this::list));
    }

    private void list(JsonExchange exchange) {
        int limit = limit(exchange.query("limit").orElse(DEFAULT_LIMIT));
        Optional<Instant> since = exchange.query("since").map(text -> parse("since", text, StatementCursor::time));
        StatementCursor place = exchange.query("after")
                .map(text -> parse("after", text, StatementCursor::decode))
                .orElseGet(() -> StatementCursor.before(since.orElse(Instant.EPOCH)));
        switchboard.requireUp("");
        exchange.answer(MovementPage.of(ledger.movements(place, limit + 1), limit));
    }

    private static int limit(String text) {
        return Integer.parseInt(new InputValidation()
                .require("limit", LIMIT.matcher(text).matches(), "must be a whole number from 1 to 100")
                .valid(text));
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw ProblemException.invalid(List.of(new FieldError(
                    name, "must be a time such as 2026-01-31T09:00:00Z, or the next of the page before")));
        }
    }
}
