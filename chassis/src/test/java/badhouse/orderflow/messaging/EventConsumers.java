package badhouse.orderflow.messaging;

/** Stands for the real one, which this module does not know. */
public interface EventConsumers {}
