package badhouse.orderflow.order.domain;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Breaks the rule that messages of exceptions do not reach the log as they are. */
public final class Tattler {

    private static final Logger LOG = Logger.getLogger(Tattler.class.getName());

    private Tattler() {}

    static void tell(RuntimeException failure) {
        LOG.log(Level.WARNING, "It failed", failure);
    }
}
