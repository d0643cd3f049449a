package dev.orderflow.inventory;

import dev.orderflow.chassis.harness.openapi.WrongInputContract;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class WrongInputIT extends WrongInputContract {}
