package badhouse.orderflow.events.schedule;

import javax.sql.DataSource;

/** Tasks that know a database. */
public interface TasksInPostgres {

    void use(DataSource it);
}
