-- Creates the database of one service and two roles: the owner of the schema (for the migration Job) and one that reads and
-- writes rows (for the servers). Run it once per service, as a superuser:
--   psql -v database=orders -v owner=orders_owner -v role=orders -f roles.sql
-- Then set a password for each role with `\password`. The names for inventory: inventory, inventory_owner, inventory; and for payment: payments, payments_owner, payments.
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
