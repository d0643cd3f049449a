package dev.orderflow.systemtests.faults;

/** What a customer orders, and its expected outcomes. */
enum OrderExpectation {
    GOODS("tok_approve", false, "CONFIRMED"),
    SCARCE_GOODS("tok_approve", false, "CONFIRMED|REJECTED"),
    GOODS_THAT_ARE_NOT_THERE("tok_approve", false, "REJECTED"),
    GOODS_WITHOUT_MONEY("tok_decline", false, "REJECTED"),
    GOODS_WHILE_THE_GATEWAY_IS_SILENT("tok_timeout_charged", false, "CONFIRMED"),
    GOODS_WHILE_THE_GATEWAY_STUMBLES("tok_error_charged", false, "CONFIRMED"),
    NO_GOODS_AFTER_ALL("tok_approve", true, "CONFIRMED|CANCELLED");

    final String token;
    final boolean cancels;

    /** A regular expression for the final status. */
    final String ends;

    OrderExpectation(String token, boolean cancels, String ends) {
        this.token = token;
        this.cancels = cancels;
        this.ends = ends;
    }
}
