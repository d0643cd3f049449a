-- Creates the database and role of the simulated gateway. The PostgreSQL image runs it when it creates its data folder;
-- run it by hand in an older one.
\set ON_ERROR_STOP on
\getenv password GATEWAY_DB_PASSWORD
CREATE ROLE gateway LOGIN PASSWORD :'password';
CREATE DATABASE gateway;
REVOKE ALL ON DATABASE gateway FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE gateway TO gateway;
\connect gateway
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO gateway;
