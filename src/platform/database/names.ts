/** The database and the roles of the embedded server; also the names that the README proposes for an existing one. */
export const DATABASE = 'countersign';
/** Owns every table; migrations run as it. */
export const OWNER_ROLE = 'countersign_owner';
/** Runs the service; has what migrations grant to it. */
export const SERVICE_ROLE = 'countersign_service';
/** Where migrations that ran are written down. */
export const MIGRATION_TABLE = 'schema_migration';
/** Given to migrations as a setting, because the service's role of an existing server may have any name. */
export const SERVICE_ROLE_SETTING = 'countersign.service_role';
/** Set to `on` by whoever may change the schema. */
export const MIGRATION_SETTING = 'countersign.migration';
