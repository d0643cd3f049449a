package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.messaging.consumer.setaside.SetAsideEvent;
import java.util.List;

/** What this server has set aside. */
public record SetAsideEvents(List<SetAsideEvent> items) {}
