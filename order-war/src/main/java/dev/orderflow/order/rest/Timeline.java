package dev.orderflow.order.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that happened to an order, in sequence. */
@Schema(name = "Timeline")
public record Timeline(UUID orderId, List<TimelineEntry> items) {}
