package badhouse.orderflow.events.drain;

import javax.sql.DataSource;

/** A drain that knows a database. */
public interface DrainInPostgres {

    void use(DataSource it);
}
