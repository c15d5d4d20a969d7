/** Statements of documents that were printed by a job. */

export const STORE_PART = `
INSERT INTO beside.print_part (job, attempt, part, key, sealed) VALUES ($1, $2, $3, $4, $5)`;

export const READ_PART = `
SELECT key, sealed FROM beside.print_part WHERE job = $1 AND attempt = $2 AND part = $3`;

/** What other attempts at a job left. */
export const FORGET_OTHER_ATTEMPTS = `
DELETE FROM beside.print_part WHERE job = $1 AND attempt <> $2`;

/** Documents of jobs that ended before a time. */
export const FORGET_PRINTS = `
DELETE FROM beside.print_part AS part
 USING beside.job AS job
 WHERE job.id = part.job AND job.ended_at < $1`;
