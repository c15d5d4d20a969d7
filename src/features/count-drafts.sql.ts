/** Statements of the running counts. */

export const DROP_EXPIRED = `
DELETE FROM beside.count_draft
 WHERE site = $1 AND line IS NULL AND expires_at <= $2`;

export const INSERT_DRAFT = `
INSERT INTO beside.count_draft (site, id, location, type, plan, recounts, counter, started_at, expires_at,
  size, apart)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING
RETURNING id`;

const DRAFT = `
SELECT id, location, type, plan, recounts, counter, started_at, expires_at, size, first, first_key, again,
       line, apart, second_counter, own, second, rounds, differs
  FROM beside.count_draft`;

export const FIND_DRAFT = `${DRAFT}
 WHERE site = $1 AND id = $2 AND (expires_at > $3 OR line IS NOT NULL)`;

export const LOCK_DRAFT = `${FIND_DRAFT}
   FOR UPDATE`;

/** Counts of one location that are running, the oldest first. */
export const RUNNING = `${DRAFT}
 WHERE site = $1 AND line IS NULL AND location IS NOT NULL AND expires_at > $2
 ORDER BY started_at, id
 LIMIT $3`;

/** What both counters had found stands; the named lines are handed in anew by each. */
const KEPT = (side: 'own' | 'second'): string =>
  `CASE WHEN ${side} IS NOT NULL
        THEN ${side} || jsonb_build_object('standing', ${side} -> 'latest', 'latest', NULL) END`;

export const KEEP_FIRST = `
UPDATE beside.count_draft
   SET first = coalesce(first, $3), first_key = $5, again = again || $4,
       own = ${KEPT('own')}, second = ${KEPT('second')}, differs = false
 WHERE site = $1 AND id = $2 AND line IS NULL`;

export const HAND_IN = `
UPDATE beside.count_draft
   SET own = $3, second = $4, second_counter = $5, rounds = $6, differs = $7, size = $8
 WHERE site = $1 AND id = $2 AND line IS NULL`;

export const FINISH = `
UPDATE beside.count_draft
   SET line = $3
 WHERE site = $1 AND id = $2`;
