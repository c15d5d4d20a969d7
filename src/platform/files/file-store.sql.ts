/** Statements of stored files. */

export const STORE_FILE = `
INSERT INTO beside.file (site, hash, media_type, size, key, sealed, uploaded_at, uploaded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (site, hash) DO NOTHING`;

export const READ_FILE = `
SELECT media_type, key, sealed FROM beside.file WHERE site = $1 AND hash = $2`;

/** Also takes those that were claimed before; answers how many of the files are there. */
export const CLAIM_FILES = `
WITH claimed AS (
  UPDATE beside.file SET claimed_at = $3
   WHERE site = $1 AND hash = ANY ($2) AND claimed_at IS NULL
)
SELECT hash FROM beside.file WHERE site = $1 AND hash = ANY ($2)`;

export const FORGET_FILES = `
DELETE FROM beside.file WHERE claimed_at IS NULL AND uploaded_at < $1`;
