/** Statements of credentials, sessions, devices and tries. Times are the service's clock, handed in. */

const CREDENTIAL = `entry, person, sign_in_name, password_hash, pin_hash, is_temporary`;

export const RESERVE_CREDENTIAL = `
INSERT INTO beside.credential (entry, sign_in_name, sign_in_key, password_hash, pin_hash, is_temporary, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING`;

export const CREDENTIAL_OF_ENTRY = `
SELECT ${CREDENTIAL}, sign_in_key FROM beside.credential WHERE entry = $1`;

export const CREDENTIAL_OF_NAME = `
SELECT ${CREDENTIAL} FROM beside.credential WHERE sign_in_key = $1 AND person IS NOT NULL`;

export const CREDENTIAL_OF_PERSON = `
SELECT ${CREDENTIAL} FROM beside.credential WHERE person = $1`;

export const SIGN_IN_NAMES = `
SELECT person, sign_in_name, is_temporary, pin_hash IS NOT NULL AS has_pin
  FROM beside.credential
 WHERE person IS NOT NULL
 ORDER BY person`;

export const TEMPORARY_SECRETS = `
SELECT person, changed_at FROM beside.credential WHERE person IS NOT NULL AND is_temporary ORDER BY person`;

/** Makes a reserved sign-in name the person's. */
export const GIVE_CREDENTIAL = `
UPDATE beside.credential SET person = $2 WHERE entry = $1 AND (person IS NULL OR person = $2)`;

/** Gives up a name that was reserved for a person whom the ledger then refused. */
export const RELEASE_CREDENTIAL = `
DELETE FROM beside.credential WHERE entry = $1 AND person IS NULL`;

export const CHANGE_SECRETS = `
UPDATE beside.credential
   SET password_hash = $2, pin_hash = COALESCE($3, pin_hash), is_temporary = $4, changed_at = $5
 WHERE person = $1`;

export const OPEN_SESSION = `
INSERT INTO beside.session (hash, person, opened_at, proved_at, seen_at)
VALUES ($1, $2, $3, $4, $4)`;

export const FIND_SESSION = `
SELECT s.person, s.opened_at, s.proved_at, s.seen_at, c.is_temporary
  FROM beside.session s
  JOIN beside.credential c ON c.person = s.person
 WHERE s.hash = $1 AND s.ended_at IS NULL`;

export const SEE_SESSION = `
UPDATE beside.session SET seen_at = $2 WHERE hash = $1 AND ended_at IS NULL AND seen_at < $2`;

export const END_SESSION = `
UPDATE beside.session SET ended_at = $2 WHERE hash = $1 AND ended_at IS NULL`;

export const END_SESSIONS_OF_PERSON = `
UPDATE beside.session SET ended_at = $2
 WHERE person = $1 AND ended_at IS NULL AND hash IS DISTINCT FROM $3
RETURNING hash`;

export const FORGET_SESSIONS = `
DELETE FROM beside.session WHERE opened_at < $1`;

export const KNOWS_DEVICE = `
SELECT true AS known FROM beside.known_device WHERE hash = $1 AND person = $2`;

export const KNOW_DEVICE = `
INSERT INTO beside.known_device (hash, person, seen_at) VALUES ($1, $2, $3)
ON CONFLICT (hash, person) DO UPDATE SET seen_at = excluded.seen_at`;

export const FORGET_DEVICES = `
DELETE FROM beside.known_device WHERE seen_at < $1`;

/**
 * Takes one try at a secret, before it is checked, so that tries at the same time are counted one after the other:
 * returns no row when the wait after earlier failures is not over. $3 tries are free; then each failure doubles the
 * wait, from $4 to at most $5 seconds; after $6 seconds without a failure all is forgotten.
 */
export const TAKE_ATTEMPT = `
INSERT INTO beside.attempt AS a (subject, failures, last_at) VALUES ($1, 1, $2)
ON CONFLICT (subject) DO UPDATE
   SET failures = CASE WHEN a.last_at + make_interval(secs => $6) <= $2 THEN 1 ELSE a.failures + 1 END,
       last_at = $2
 WHERE a.last_at + make_interval(secs => CASE
         WHEN a.failures < $3 THEN 0
         ELSE least($5, $4 * power(2, least(a.failures - $3, 30)))
       END) <= $2
    OR a.failures < $3
RETURNING failures`;

export const ATTEMPT_WAIT = `
SELECT ceil(extract(epoch FROM last_at + make_interval(secs => CASE
         WHEN failures < $3 THEN 0
         ELSE least($5, $4 * power(2, least(failures - $3, 30)))
       END) - $2::timestamptz))::integer AS seconds
  FROM beside.attempt
 WHERE subject = $1`;

/** The try succeeded: it counts no longer; earlier failures still do. */
export const RETURN_ATTEMPT = `
UPDATE beside.attempt SET failures = greatest(failures - 1, 0) WHERE subject = $1`;

/** As above, and half of the earlier failures are forgotten. */
export const RETURN_AND_HALVE_ATTEMPTS = `
UPDATE beside.attempt SET failures = greatest(failures - 1, 0) / 2 WHERE subject = $1`;

/** The right person was here: earlier failures are theirs and forgotten. */
export const CLEAR_ATTEMPTS = `
DELETE FROM beside.attempt WHERE subject = $1`;

export const FORGET_ATTEMPTS = `
DELETE FROM beside.attempt WHERE last_at < $1 OR (last_at < $2 AND subject NOT LIKE 'pin:%')`;
