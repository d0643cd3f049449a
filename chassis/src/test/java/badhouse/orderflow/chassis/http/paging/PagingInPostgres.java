package badhouse.orderflow.chassis.http.paging;

import javax.sql.DataSource;

/** Pages that read themselves. */
public interface PagingInPostgres {

    void use(DataSource it);
}
