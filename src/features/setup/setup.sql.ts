/** Statements of the set-up. */

export const BEGIN_SETUP = `
INSERT INTO beside.setup (seed) VALUES ($1) ON CONFLICT (is_only) DO NOTHING`;

export const SETUP = `SELECT seed, finished_at FROM beside.setup`;

export const FINISH_SETUP = `UPDATE beside.setup SET finished_at = $1 WHERE finished_at IS NULL`;
