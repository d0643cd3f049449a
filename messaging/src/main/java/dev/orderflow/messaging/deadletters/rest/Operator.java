package dev.orderflow.messaging.deadletters.rest;

/** Who does something, as far as the request says so. */
final class Operator {

    static final String HEADER = "Operator";
    static final String NAME = "[\\x21-\\x7e]([\\x20-\\x7e]{0,98}[\\x21-\\x7e])?";
    static final String RULE =
            "the header " + HEADER + " has 1 to 100 ASCII characters that can be seen, or spaces between them";

    private Operator() {}
}
