package dev.orderflow.localstack;

import java.io.IOException;

/** Prepares the home so that {@code liberty:dev} of each module finds these backends without any variable being typed. */
record DevMode(Backends backends, StackOptions options) {
    void prepare() throws IOException {
        ServerFiles files = new ServerFiles(backends.home(), Checkout.locate());
        files.shared();
        for (ServiceName service : ServiceName.values()) {
            ServerOptions server = LocalStack.serverOptions(service, backends, options)
                    .with("JAVA_HOME", System.getProperty("java.home"))
                    .with("HTTP_HOST", "127.0.0.1")
                    .with("HTTP_PORT", Integer.toString(options.ports().http(service)));
            files.devMode(server);
        }
    }
}
