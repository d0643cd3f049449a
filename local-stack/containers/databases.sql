-- Creates a database and a least-privilege role for each service. The PostgreSQL image runs it when it creates its data folder.
\set ON_ERROR_STOP on
REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;

\getenv password ORDER_DB_PASSWORD
CREATE ROLE orders LOGIN PASSWORD :'password';
CREATE DATABASE orders;
REVOKE ALL ON DATABASE orders FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE orders TO orders;
\connect orders
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO orders;

\getenv password INVENTORY_DB_PASSWORD
CREATE ROLE inventory LOGIN PASSWORD :'password';
CREATE DATABASE inventory;
REVOKE ALL ON DATABASE inventory FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE inventory TO inventory;
\connect inventory
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO inventory;

\getenv password PAYMENT_DB_PASSWORD
CREATE ROLE payments LOGIN PASSWORD :'password';
CREATE DATABASE payments;
REVOKE ALL ON DATABASE payments FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE payments TO payments;
\connect payments
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO payments;
