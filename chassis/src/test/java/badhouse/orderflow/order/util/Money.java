package badhouse.orderflow.order.util;

/** A good name in a package that says nothing. */
public interface Money {}
