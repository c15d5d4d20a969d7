/** Statements of notes. They are only added to, and read by whoever wrote them. */

export const ADD_NOTE = `
INSERT INTO beside.note (site, person, id, line, at, key, sealed)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (site, person, id) DO NOTHING`;

const COLUMNS = `number::text, id, line::text, at, key, sealed`;

export const NOTE_NAMED = `SELECT ${COLUMNS} FROM beside.note WHERE site = $1 AND person = $2 AND id = $3`;

export const NOTES_OF_PERSON = `
SELECT ${COLUMNS}
  FROM beside.note
 WHERE site = $1 AND person = $2 AND number < $3
 ORDER BY number DESC
 LIMIT $4`;
