package badhouse.orderflow.order.domain;

/** Waits for luck. */
public final class Sleeper {

    private Sleeper() {}

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
