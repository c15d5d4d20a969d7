/** Statements of the access journal. It is only added to. */

export const WRITE_JOURNAL = `
INSERT INTO beside.journal (at, kind, person, site, code, act, about, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

const COLUMNS = `line, at, kind, person, site, code, act, about, host(source) AS source`;

export const JOURNAL_OF_SITE = `
SELECT ${COLUMNS}
  FROM beside.journal
 WHERE site = $1 AND line < $2 AND ($4::text IS NULL OR person = $4)
 ORDER BY line DESC
 LIMIT $3`;

export const JOURNAL_OF_ALL = `
SELECT ${COLUMNS}
  FROM beside.journal
 WHERE line < $1
 ORDER BY line DESC
 LIMIT $2`;
