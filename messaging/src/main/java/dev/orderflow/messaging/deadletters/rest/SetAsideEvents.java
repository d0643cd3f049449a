package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.messaging.consumer.setaside.SetAsideEvent;
import java.util.List;

/** The events that this server has set aside. */
public record SetAsideEvents(List<SetAsideEvent> items) {}
