package dev.orderflow.inventory.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources have paths below {@code /api}. */
@ApplicationPath("/api")
public class InventoryApi extends Application {}
