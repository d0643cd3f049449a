package badhouse.orderflow.chassis.redis;

import javax.sql.DataSource;

/** Redis in a database. */
public interface RedisInPostgres {

    void use(DataSource it);
}
