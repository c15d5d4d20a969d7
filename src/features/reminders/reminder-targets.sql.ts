/** Statements of reminder targets, and of what they were reminded of. */

const COLUMNS = `site, id, way, name, key, sealed, kinds, lead_days, at, added_by, added_at, changed_at, ended_at, sent_at,
       failure, failed_at`;

export const ADD_TARGET = `
INSERT INTO beside.reminder_target (site, id, way, name, key, sealed, kinds, lead_days, at, added_by, added_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
ON CONFLICT DO NOTHING`;

export const TARGET = `
SELECT ${COLUMNS} FROM beside.reminder_target WHERE site = $1 AND id = $2`;

export const TARGETS_OF_SITE = `
SELECT ${COLUMNS} FROM beside.reminder_target
 WHERE site = $1 AND ended_at IS NULL
 ORDER BY added_at, id`;

export const TARGETS_IN_USE = `
SELECT ${COLUMNS} FROM beside.reminder_target
 WHERE ended_at IS NULL
 ORDER BY site, added_at, id`;

export const CHANGE_TARGET = `
UPDATE beside.reminder_target
   SET name = $3, kinds = $4, lead_days = $5, at = $6, changed_at = $7
 WHERE site = $1 AND id = $2 AND ended_at IS NULL`;

export const SEAL_TARGET_ANEW = `
UPDATE beside.reminder_target SET key = $3, sealed = $4, changed_at = $5
 WHERE site = $1 AND id = $2 AND ended_at IS NULL`;

export const END_TARGET = `
UPDATE beside.reminder_target SET ended_at = $3 WHERE site = $1 AND id = $2 AND ended_at IS NULL`;

export const TARGET_REACHED = `
UPDATE beside.reminder_target SET sent_at = $3, failure = NULL, failed_at = NULL WHERE site = $1 AND id = $2`;

export const TARGET_NOT_REACHED = `
UPDATE beside.reminder_target SET failure = $3, failed_at = $4 WHERE site = $1 AND id = $2`;

/** In one order, so that two instances that remind at once do not wait for each other in a circle. */
export const REMIND = `
INSERT INTO beside.reminder (site, target, business_date, item)
SELECT $1, $2, $3, item FROM unnest($4::text[]) AS item ORDER BY item
ON CONFLICT DO NOTHING
RETURNING item`;

export const FORGET_REMINDERS = `
DELETE FROM beside.reminder WHERE business_date < $1`;
