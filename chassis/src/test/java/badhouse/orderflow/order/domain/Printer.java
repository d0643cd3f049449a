package badhouse.orderflow.order.domain;

/** Logs where nobody looks. */
public final class Printer {

    private Printer() {}

    static void print() {
        System.out.println("placed");
    }
}
