package badhouse.orderflow.events.rest;

import javax.sql.DataSource;

/** Pages that read themselves. */
public interface PagingInPostgres {

    void use(DataSource it);
}
