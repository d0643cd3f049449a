package badhouse.orderflow.chassis.telemetry;

import javax.sql.DataSource;

/** Telemetry that asks the database by itself. */
public interface TelemetryInPostgres {

    void use(DataSource it);
}
