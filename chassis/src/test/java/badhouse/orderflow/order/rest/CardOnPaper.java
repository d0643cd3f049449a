package badhouse.orderflow.order.rest;

/** Tells whoever reads the log how to pay. */
public record CardOnPaper(long amount, String paymentToken) {}
