/**
 * Checks everything that is stored against the leaves, and the leaves against each other and against checkpoints that
 * were kept elsewhere. It writes nothing and repairs nothing; it names the first line of each ledger that is wrong.
 *
 * What it cannot know: whether lines are missing at the end of a ledger whose head and book were cut with them. Only a
 * checkpoint kept elsewhere tells.
 */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import { encodeBase64, equalBytes } from '../evidence/bytes.js';
import { rootOf } from '../evidence/tree.js';
import type { Sealer } from './confidential.js';
import type { Head } from './ledger.sql.js';
import { Wrong } from './audit-finding.js';
import type { Finding, KeptHead } from './audit-finding.js';
import { Replay } from './audit-replay.js';
import { compareBook } from './audit-book.js';
import { readEntries } from './entries.sql.js';
import { readConfidential, readHashes, readHeads, readMovementsBetween } from './reader.sql.js';

export interface LedgerAudit {
  readonly ledger: LedgerId | null;
  readonly origin: string;
  readonly size: number;
  /** Root of the tree over the leaves that were read, base64. */
  readonly root: string;
  readonly finding: Finding | null;
}

export interface AuditOptions {
  /** Opens personal data, to compare them with their commitments; without it, they are not looked at. */
  readonly sealer?: Sealer;
  readonly kept?: readonly KeptHead[];
}

export type { Finding, KeptHead } from './audit-finding.js';

/** Lines that are held in memory at once. */
const LINES_AT_ONCE = 500;

/** Audits every ledger, as all of them were at one moment. */
export async function auditLedgers(
  pool: pg.Pool,
  options: AuditOptions = {},
): Promise<readonly LedgerAudit[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const heads = await readHeads(client);
    const audits: LedgerAudit[] = [];
    for (const head of heads) audits.push(await auditLedger(client, head, options));
    const known = new Set(heads.map(({ origin }) => origin));
    const gone = (options.kept ?? []).filter(({ origin }) => !known.has(origin));
    await client.query('ROLLBACK');
    client.release();
    return [...audits, ...gone.map(missing)];
  } catch (error) {
    client.release(true);
    throw error;
  }
}

const missing = ({ origin, size }: KeptHead): LedgerAudit => ({
  ledger: null,
  origin,
  size: 0,
  root: '',
  finding: { line: 0, what: `the ledger ${origin}, which had ${size} lines, is gone` },
});

async function auditLedger(
  client: pg.ClientBase,
  head: Head,
  options: AuditOptions,
): Promise<LedgerAudit> {
  const kept = (options.kept ?? []).filter(({ origin }) => origin === head.origin);
  const replay = new Replay(head, { kept, sealer: options.sealer });
  const { ledger, origin } = head;
  let finding: Finding | null = null;
  try {
    await replayLines(client, ledger, replay);
    replay.end();
    await compareSubtrees(client, ledger, replay);
    await compareBook(client, ledger, replay);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    finding = { line: error.line, what: error.what };
  }
  const root = encodeBase64(rootOf(replay.edge));
  return { ledger, origin, size: replay.edge.size, root, finding };
}

async function replayLines(client: pg.ClientBase, ledger: LedgerId, replay: Replay): Promise<void> {
  for (let from = 0; ;) {
    const page = { from, limit: LINES_AT_ONCE, order: 'ASC' as const };
    const rows = await readEntries(client, ledger, page);
    const last = rows.at(-1);
    const to = last === undefined ? Number.MAX_SAFE_INTEGER : last.seq + 1;
    const movements = await readMovementsBetween(client, ledger, { from, to });
    const confidential = await readConfidential(
      client,
      ledger,
      rows.map(({ id }) => id),
    );
    replay.take({ rows, movements, confidential });
    if (last === undefined) return;
    from = last.seq + 1;
  }
}

async function compareSubtrees(
  client: pg.ClientBase,
  ledger: LedgerId,
  replay: Replay,
): Promise<void> {
  for (const { level, index, hash } of replay.subtrees) {
    const stored = await readHashes(client, ledger, { level, first: index, count: 1 });
    if (!equalBytes(stored, hash))
      throw new Wrong(
        (index + 1) * 256 ** level - 1,
        `the stored hash of subtree ${index} of level ${level} is not that of its lines`,
      );
  }
}
