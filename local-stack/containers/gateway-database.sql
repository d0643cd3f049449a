-- Run by the PostgreSQL image when it creates its data folder, and by hand in one that is older: the simulated gateway's database and role.
\set ON_ERROR_STOP on
\getenv password GATEWAY_DB_PASSWORD
CREATE ROLE gateway LOGIN PASSWORD :'password';
CREATE DATABASE gateway;
REVOKE ALL ON DATABASE gateway FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE gateway TO gateway;
\connect gateway
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO gateway;
