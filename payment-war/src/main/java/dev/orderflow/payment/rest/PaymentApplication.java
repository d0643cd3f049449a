package dev.orderflow.payment.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources have paths below {@code /api}. */
@ApplicationPath("/api")
public class PaymentApplication extends Application {}
