package dev.orderflow.audit.findings;

/** The invariants of the system, which hold after any failure. */
public enum Invariant {
    I1("the counters of every SKU are the sums of its movements, and what is reserved is what reservations hold"),
    I2("no more is sold and held than was stocked, and every order has the goods that its status says"),
    I3("the gateway kept the total of every confirmed order and nothing of any other, captured at most once"),
    I4("every order that was answered exists, and has ended within its time"),
    I5("one idempotency key leads to one order, and one order has one key"),
    I6("every event had its effect once in every service"),
    I7("the history of every order is a legal life that ends where the order stands"),
    I8("nothing is parked that should not be, and at rest nothing waits to be published or consumed"),
    I9("the cache holds what the database holds; nothing in it is stale for longer than it may be");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
