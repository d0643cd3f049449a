package badhouse.orderflow.chassis.failure;

import jakarta.ws.rs.core.Response;

/** A failure that knows how it is answered. */
public interface FailureOverHttp {

    Response answer();
}
