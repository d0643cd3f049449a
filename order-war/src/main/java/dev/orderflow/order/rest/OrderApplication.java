package dev.orderflow.order.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources have paths below {@code /api}. */
@ApplicationPath(OrderApplication.ROOT)
public class OrderApplication extends Application {

    public static final String ROOT = "/api";
}
