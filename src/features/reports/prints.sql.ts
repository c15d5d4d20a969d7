/** Statements of documents that were printed by a job. */

export const STORE_PART = `
INSERT INTO beside.print_part (job, attempt, part, key, sealed) VALUES ($1, $2, $3, $4, $5)`;

export const READ_PART = `
SELECT key, sealed FROM beside.print_part WHERE job = $1 AND attempt = $2 AND part = $3`;

/** What other attempts at a job left. */
export const FORGET_OTHER_ATTEMPTS = `
DELETE FROM beside.print_part WHERE job = $1 AND attempt <> $2`;

/** Hash of the newest file of a site by its identity, before any signature, of jobs that were done after a time. */
export const HASH_OF_PRINT = `
SELECT CASE WHEN result->>'signed' = 'true' THEN result->>'unsignedSha256' ELSE result->>'sha256' END AS hash
  FROM beside.job
 WHERE state = 'done' AND ended_at >= $3 AND site = $1 AND result->>'identity' = $2
   AND (result->>'signed' = 'false' OR result->>'unsignedSha256' IS NOT NULL)
 ORDER BY ended_at DESC
 LIMIT 1`;

/** Documents of jobs that ended before a time. */
export const FORGET_PRINTS = `
DELETE FROM beside.print_part AS part
 USING beside.job AS job
 WHERE job.id = part.job AND job.ended_at < $1`;
