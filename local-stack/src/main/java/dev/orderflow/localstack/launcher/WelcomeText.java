package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.gateway.GatewaySimulator;

/** The text that is printed after the start. */
final class WelcomeText {
    private WelcomeText() {}

    static String toStack(StackPorts ports) {
        StringBuilder table = new StringBuilder("Orderflow is ready.%n%n".formatted());
        for (ServiceName service : ServiceName.values()) {
            String base = "http://localhost:" + ports.http(service);
            table.append("  %-10s API %s/api   docs %s/openapi/ui   health %s/health%n"
                    .formatted(service.label(), base, base, base));
        }
        String orders = "http://localhost:" + ports.http(ServiceName.ORDER);
        table.append("  %-10s %s%n".formatted("console", orders));
        String stock = "http://localhost:" + ports.http(ServiceName.INVENTORY);
        String gateway = "http://localhost:" + ports.gateway().number();
        table.append("  %-10s API %s/api/gateway   docs %s/openapi   health %s/health%n"
                .formatted("gateway", gateway, gateway, gateway));
        return table + """

                Try, in another terminal:
                  # place an order
                  ORDER=$(curl -s %1$s/api/orders -H 'Content-Type: application/json' \
                -H "Idempotency-Key: $(date +%%s)" -d '{"customerId":"c-42",\
                "lines":[{"sku":"BOOK-001","quantity":2}],"paymentToken":"tok_approve"}' | tee /dev/stderr | \
                sed 's/.*"id":"\\([^"]*\\).*/\\1/')
                  # read it
                  curl -s %1$s/api/orders/$ORDER
                  # look at the stock
                  curl -s %2$s/api/stock/BOOK-001

                Press Ctrl-C to stop.""".formatted(orders, stock);
    }

    static String toBackends(Backends backends, GatewaySimulator gateway) {
        return """
                The backends are ready.

                  PostgreSQL %1$s   passwords in %2$s
                  Kafka      %3$s
                  Redis      %4$s
                  gateway    %6$s

                Start a service with hot reload, each in another terminal:
                  JAVA_HOME=%5$s mvn -pl order-war -am test-compile liberty:dev
                  JAVA_HOME=%5$s mvn -pl inventory-war -am test-compile liberty:dev
                  JAVA_HOME=%5$s mvn -pl payment-war -am test-compile liberty:dev

                Press Ctrl-C to stop.""".formatted(
                        backends.database(ServiceName.ORDER).jdbcUrl(),
                        backends.home().directory().resolve("passwords.properties"),
                        backends.bootstrapServers(),
                        backends.redisUrl(),
                        System.getProperty("java.home"),
                        gateway.baseUri());
    }
}
