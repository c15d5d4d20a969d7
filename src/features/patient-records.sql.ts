/** Statements of patient records. */

const COLUMNS = `id, version, key, sealed, added_at, changed_at`;

export const ADD_PATIENT = `
INSERT INTO beside.patient (site, id, added_by_key, version, key, sealed, added_at, changed_at)
VALUES ($1, $2, $3, 1, $4, $5, $6, $6)
ON CONFLICT (site, added_by_key) DO NOTHING`;

export const PATIENT_ADDED_BY = `
SELECT ${COLUMNS} FROM beside.patient WHERE site = $1 AND added_by_key = $2`;

export const PATIENT = `
SELECT ${COLUMNS} FROM beside.patient WHERE site = $1 AND id = $2`;

/** Without what is sealed: which records there are, and as of which change. */
export const PATIENT_VERSIONS = `
SELECT id, version FROM beside.patient WHERE site = $1 ORDER BY id LIMIT $2`;

export const PATIENTS_NAMED = `
SELECT ${COLUMNS} FROM beside.patient WHERE site = $1 AND id = ANY ($2::text[]) ORDER BY id`;

/** Changes the version that was read, and no later one. */
export const CHANGE_PATIENT = `
UPDATE beside.patient
   SET version = version + 1, key = $4, sealed = $5, changed_at = $6
 WHERE site = $1 AND id = $2 AND version = $3`;
