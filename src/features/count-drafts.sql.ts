/** Statements of the running counts. */

export const DROP_EXPIRED = `
DELETE FROM beside.count_draft
 WHERE site = $1 AND line IS NULL AND expires_at <= $2`;

export const INSERT_DRAFT = `
INSERT INTO beside.count_draft (site, id, location, type, plan, recounts, counter, started_at, expires_at,
  size)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT DO NOTHING
RETURNING id`;

export const FIND_DRAFT = `
SELECT location, type, plan, recounts, counter, started_at, size, first, first_key, again, line
  FROM beside.count_draft
 WHERE site = $1 AND id = $2 AND (expires_at > $3 OR line IS NOT NULL)`;

export const KEEP_FIRST = `
UPDATE beside.count_draft
   SET first = coalesce(first, $3), first_key = $5, again = again || $4
 WHERE site = $1 AND id = $2 AND line IS NULL`;

export const FINISH = `
UPDATE beside.count_draft
   SET line = $3
 WHERE site = $1 AND id = $2`;
