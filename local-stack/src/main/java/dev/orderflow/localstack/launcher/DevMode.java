package dev.orderflow.localstack.launcher;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.server.ServerFiles;
import dev.orderflow.localstack.server.ServerOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares the home so that {@code liberty:dev} of each module finds the backends and the simulated gateway without
 * further variables.
 */
record DevMode(Backends backends, StackOptions options) {
    /** Returns the gateway, not started yet. It shares a secret with the payment server. */
    GatewaySimulator prepare() throws IOException {
        ServerFiles files = new ServerFiles(backends.home(), RepositoryCheckout.locate());
        files.shared();
        List<ServerOptions> servers = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            ServerOptions server = LocalStack.serverOptions(service, backends, options)
                    .with("JAVA_HOME", System.getProperty("java.home"))
                    .with("HTTP_HOST", "127.0.0.1")
                    .with("HTTP_PORT", Integer.toString(options.ports().http(service)));
            files.devMode(server);
            servers.add(server);
        }
        return GatewaySimulator.of(backends, options.ports(), servers).orElseThrow();
    }
}
