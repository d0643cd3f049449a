package dev.orderflow.inventory;

import dev.orderflow.events.openapi.OpenApiContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OpenApiIT extends OpenApiContract {

    OpenApiIT() {
        super("dev.orderflow.inventory");
    }
}
