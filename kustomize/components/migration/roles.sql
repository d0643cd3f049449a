-- A database of one service, with the role that owns the schema (the migration Job) and the role that reads and writes rows (the
-- servers). Once per service, as a superuser:
--   psql -v database=orders -v owner=orders_owner -v role=orders -f roles.sql
-- and then `\password` for each role. For inventory: inventory, inventory_owner, inventory; for payment: payments, payments_owner, payments.
CREATE ROLE :"owner" LOGIN;
CREATE ROLE :"role" LOGIN;
CREATE DATABASE :"database" OWNER :"owner";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"role";
\connect :"database"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO :"owner";
GRANT USAGE ON SCHEMA public TO :"role";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT USAGE ON SCHEMAS TO :"role";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"role";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" GRANT USAGE, SELECT ON SEQUENCES TO :"role";
