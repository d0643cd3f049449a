package dev.orderflow.payment;

import dev.orderflow.chassis.harness.openapi.OpenApiContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class OpenApiIT extends OpenApiContract {}
