package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Answer;
import java.util.UUID;

/** What the gateway answered about which order. */
public record Answered(UUID orderId, Answer answer) {}
