package dev.orderflow.payment;

import dev.orderflow.chassis.harness.http.RequestSyntaxContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class RequestSyntaxIT extends RequestSyntaxContract {}
