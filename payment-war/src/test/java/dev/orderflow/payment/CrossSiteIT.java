package dev.orderflow.payment;

import dev.orderflow.chassis.harness.http.CrossSiteContract;
import dev.orderflow.localstack.launcher.TestEnvironment;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class CrossSiteIT extends CrossSiteContract {

    CrossSiteIT() {
        super(TestEnvironment.server().variable("CONSOLE_ORIGIN"));
    }
}
