package badhouse.orderflow.order.domain;

/** Logs where nobody looks, in red. */
public final class ErrorPrinter {

    private ErrorPrinter() {}

    static void print() {
        System.err.println("not placed");
    }
}
