-- Makes the roles, the database and its guards on an existing PostgreSQL 18 server. Run it once, as a superuser:
--
--   OWNER_PASSWORD=... SERVICE_PASSWORD=... psql -f scripts/existing-server.sql postgresql://postgres@db.example/postgres
--
-- Then give the service
--
--   DATABASE_URL=postgresql://countersign_service:...@db.example:5432/countersign
--   DATABASE_OWNER_URL=postgresql://countersign_owner:...@db.example:5432/countersign
--
-- Roles and database may have other names. The service's role gets what the migrations grant, and must own nothing.

\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv service_password SERVICE_PASSWORD

CREATE ROLE countersign_owner
  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE countersign_service
  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'service_password';

-- Text is ordered by code point, which no update of the system's locales can change.
CREATE DATABASE countersign
  OWNER countersign_owner TEMPLATE template0 ENCODING 'UTF8'
  LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE countersign FROM PUBLIC;
GRANT CONNECT ON DATABASE countersign TO countersign_service;

\connect countersign

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO countersign_service;
ALTER DEFAULT PRIVILEGES FOR ROLE countersign_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The schema changes by migrations only. This stops accidents; what an owner or superuser does on purpose is found by
-- "countersign verify".
CREATE SCHEMA countersign_guard;
CREATE FUNCTION countersign_guard.refuse_ddl() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('countersign.migration', true), '') <> 'on' THEN
    RAISE EXCEPTION '% is refused: the schema changes by migrations only', tg_tag
      USING ERRCODE = 'insufficient_privilege', HINT = 'Run "countersign migrate".';
  END IF;
END
$$;
CREATE EVENT TRIGGER countersign_refuse_ddl ON ddl_command_start EXECUTE FUNCTION countersign_guard.refuse_ddl();
SET countersign.migration = 'on';
ALTER EVENT TRIGGER countersign_refuse_ddl ENABLE ALWAYS;
