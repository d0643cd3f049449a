package dev.orderflow.inventory;

import dev.orderflow.chassis.harness.http.RequestSyntaxContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class RequestSyntaxIT extends RequestSyntaxContract {}
