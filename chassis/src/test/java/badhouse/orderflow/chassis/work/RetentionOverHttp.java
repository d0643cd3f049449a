package badhouse.orderflow.chassis.work;

import jakarta.ws.rs.core.Response;

/** A retention that answers requests. */
public interface RetentionOverHttp {

    Response answer();
}
