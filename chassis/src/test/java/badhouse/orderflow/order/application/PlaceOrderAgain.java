package badhouse.orderflow.order.application;

import org.eclipse.microprofile.faulttolerance.Retry;

/** A use case that is repeated as a whole. */
public interface PlaceOrderAgain {

    @Retry
    void place();
}
