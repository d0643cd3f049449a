package badhouse.orderflow.chassis.telemetry;

import javax.sql.DataSource;

/** Telemetry that queries the database directly. */
public interface TelemetryInPostgres {

    void use(DataSource it);
}
