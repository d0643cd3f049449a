package dev.orderflow.payment;

import dev.orderflow.chassis.harness.http.RequestParametersContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class RequestParametersIT extends RequestParametersContract {}
