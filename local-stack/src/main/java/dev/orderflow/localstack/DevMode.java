package dev.orderflow.localstack;

import java.io.IOException;

/** Prepares the home so that {@code liberty:dev} of each module finds these backends without any variable being typed. */
record DevMode(Home home, Backends backends) {
    void prepare() throws IOException {
        ServerFiles files = new ServerFiles(home, Checkout.locate());
        files.shared();
        for (ServiceName service : ServiceName.values()) {
            files.devMode(service, backends.environment(service));
        }
    }
}
