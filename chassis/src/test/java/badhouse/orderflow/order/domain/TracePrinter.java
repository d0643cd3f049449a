package badhouse.orderflow.order.domain;

/** Tells an exception to nobody. */
public final class TracePrinter {

    private TracePrinter() {}

    static void print(Exception failure) {
        failure.printStackTrace();
    }
}
