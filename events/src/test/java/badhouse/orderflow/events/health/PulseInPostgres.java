package badhouse.orderflow.events.health;

import javax.sql.DataSource;

/** Signs of life that know a database. */
public interface PulseInPostgres {

    void use(DataSource it);
}
