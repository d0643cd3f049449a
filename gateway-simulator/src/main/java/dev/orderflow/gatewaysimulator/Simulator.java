package dev.orderflow.gatewaysimulator;

import dev.orderflow.gatewaysimulator.application.MakeCharge;
import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.RequestGuard;
import dev.orderflow.gatewaysimulator.persistence.LedgerDatabase;
import dev.orderflow.gatewaysimulator.rest.ChargesResource;
import dev.orderflow.gatewaysimulator.rest.DelayedAnswers;
import dev.orderflow.gatewaysimulator.rest.DocumentResource;
import dev.orderflow.gatewaysimulator.rest.HealthResource;
import dev.orderflow.gatewaysimulator.rest.StatementResource;
import dev.orderflow.gatewaysimulator.rest.SwitchesResource;
import dev.orderflow.gatewaysimulator.webhooks.HmacWebhookSender;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/** The running gateway: wires its parts together. */
final class Simulator implements AutoCloseable {

    private final LedgerDatabase database;
    private final DelayedAnswers later;
    private final WebServer server;

    private Simulator(LedgerDatabase database, DelayedAnswers later, WebServer server) {
        this.database = database;
        this.later = later;
        this.server = server;
    }

    /** Returns when the schema is migrated and requests are answered. */
    static Simulator start(SimulatorSettings settings) {
        LedgerDatabase database = LedgerDatabase.of(settings.jdbcUrl(), settings.dbUser(), settings.dbPassword());
        database.migrate();
        ChargeLedger ledger = database.ledger();
        DelayedAnswers later = DelayedAnswers.of(settings.slow(), settings.hold());
        var webhooks = new HmacWebhookSender(settings.webhookUrl(), settings.webhookSecret(), settings.webhookLate());
        HttpRouting.Builder routing = HttpRouting.builder();
        new RequestGuard(settings.hosts(), settings.origins()).protect(routing);
        HttpRoutes routes = new HttpRoutes(routing);
        ChargesResource.of(ledger, new MakeCharge(ledger, webhooks), later).route(routes);
        StatementResource.of(ledger).route(routes);
        new SwitchesResource(ledger).route(routes);
        new HealthResource(database::answers).route(routes);
        DocumentResource.read().route(routes);
        routes.otherwiseNotFound();
        WebServer server =
                HttpListener.of(settings.host(), settings.port(), routing).start();
        return new Simulator(database, later, server);
    }

    int port() {
        return server.port();
    }

    /** Delayed answers are dropped. */
    @Override
    public void close() {
        later.stopped().countDown();
        server.stop();
        database.close();
    }
}
