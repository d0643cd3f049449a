package dev.orderflow.payment;

import dev.orderflow.chassis.harness.openapi.WrongInputContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class WrongInputIT extends WrongInputContract {}
