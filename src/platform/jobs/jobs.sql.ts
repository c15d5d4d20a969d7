/** Statements of jobs. Due times are the service's clock, handed in; leases run by the clock of the database. */

const COLUMNS = `id, kind, site, person, state, asked_at, due_at, attempts, progress_done, progress_total, result,
       failure, ended_at`;

export const ASK_JOB = `
INSERT INTO beside.job (id, kind, key, site, person, content, asked_at, due_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (kind, key) DO NOTHING`;

export const JOB_OF_KEY = `
SELECT ${COLUMNS} FROM beside.job WHERE kind = $1 AND key = $2`;

export const JOB = `
SELECT ${COLUMNS} FROM beside.job WHERE id = $1`;

/** Ended jobs of one state, the newest end first, before a time and id. */
export const ENDED_JOBS = `
SELECT ${COLUMNS} FROM beside.job
 WHERE state = $1 AND ended_at IS NOT NULL AND (ended_at, id) < ($2, $3)
 ORDER BY ended_at DESC, id DESC
 LIMIT $4`;

/** A waiting job ends at once; a running one is told by its next sign of life. */
export const CANCEL_JOB = `
UPDATE beside.job
   SET is_cancelling = true,
       state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END,
       ended_at = CASE state WHEN 'waiting' THEN $2::timestamptz END
 WHERE id = $1 AND state IN ('waiting', 'running')`;

/** A job that ended without being done is tried again from the start. */
export const ASK_JOB_AGAIN = `
UPDATE beside.job
   SET state = 'waiting', due_at = $2, attempts = 0, is_cancelling = false, ended_at = NULL,
       progress_done = 0, progress_total = NULL
 WHERE id = $1 AND state IN ('failed', 'cancelled')`;

/** Takes the job that has been due for longest, or one whose instance shows no sign of life any more. */
export const TAKE_JOB = `
WITH next AS (
  SELECT id FROM beside.job
   WHERE kind = ANY ($1::text[])
     AND ((state = 'waiting' AND due_at <= $2) OR (state = 'running' AND leased_until < clock_timestamp()))
   ORDER BY due_at, id
   LIMIT 1
   FOR UPDATE SKIP LOCKED)
UPDATE beside.job AS job
   SET state = 'running', attempts = attempts + 1, lease = $3,
       leased_until = clock_timestamp() + make_interval(secs => $4)
  FROM next
 WHERE job.id = next.id
RETURNING job.id, kind, site, person, content, attempts, is_cancelling`;

/** A sign of life. Returns no row where the job is somebody else's by now. */
export const KEEP_JOB = `
UPDATE beside.job
   SET leased_until = clock_timestamp() + make_interval(secs => $3), progress_done = $4, progress_total = $5
 WHERE id = $1 AND lease = $2
RETURNING is_cancelling`;

export const FINISH_JOB = `
UPDATE beside.job
   SET state = 'done', lease = NULL, leased_until = NULL, failure = NULL, result = $3, ended_at = $4,
       progress_done = coalesce(progress_total, progress_done)
 WHERE id = $1 AND lease = $2`;

export const TRY_JOB_LATER = `
UPDATE beside.job
   SET state = 'waiting', lease = NULL, leased_until = NULL, failure = $3, due_at = $4
 WHERE id = $1 AND lease = $2`;

/** The instance stops: what it began counts as not tried. */
export const GIVE_JOB_BACK = `
UPDATE beside.job
   SET state = 'waiting', lease = NULL, leased_until = NULL, attempts = attempts - 1
 WHERE id = $1 AND lease = $2`;

export const END_JOB = `
UPDATE beside.job
   SET state = $3, lease = NULL, leased_until = NULL, failure = $4, ended_at = $5
 WHERE id = $1 AND lease = $2`;

export const FORGET_JOBS = `
DELETE FROM beside.job WHERE state IN ('done', 'failed', 'cancelled') AND ended_at < $1`;
