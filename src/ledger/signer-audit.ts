/**
 * The whole register against everything that was ever signed of it: the audit of the ledger itself, with the signer's
 * memory, the stored checkpoints and those that were kept elsewhere as heads that every ledger must continue.
 */
import type pg from 'pg';
import type { LedgerId } from '../domain/ids.js';
import { readCheckpoint, verifyCheckpoint } from '../evidence/checkpoint.js';
import { EvidenceError } from '../evidence/error.js';
import { rootOf } from '../evidence/tree.js';
import { auditLedgers } from './audit.js';
import type { KeptHead, LedgerAudit } from './audit.js';
import type { Checkpoints } from './checkpoints.js';
import type { Sealer } from './confidential.js';
import { readHeads } from './reader.sql.js';
import type { SignerMemory } from './signer-memory.js';
import { readNotes } from './signer.sql.js';

export interface RegisterToVerify {
  readonly pool: pg.Pool;
  readonly checkpoints: Checkpoints;
  /** Of this machine. Whoever verifies from another one has none. */
  readonly memory?: SignerMemory;
  readonly sealer?: Sealer;
  /** Checkpoints that were kept elsewhere. */
  readonly kept?: readonly string[];
}

const NOTES_AT_ONCE = 1_000;
const LARGEST_SIZE = Number.MAX_SAFE_INTEGER;

/** Verifies every ledger of the database. What is wrong with a signed head is told where the lines themselves hold. */
export async function verifyRegister(register: RegisterToVerify): Promise<readonly LedgerAudit[]> {
  const { pool, memory, sealer } = register;
  const faults = new Map<string, string>();
  const kept: KeptHead[] = [];
  const unknown = new Set((register.kept ?? []).map((note) => readCheckpoint(note).origin));
  for (const { ledger, origin } of await readHeads(pool)) {
    unknown.delete(origin);
    const vkey = (await register.checkpoints.verifierKey(ledger)) ?? '';
    for await (const signed of headsOf(register, { ledger, origin })) {
      const fault = faultOf(signed, vkey);
      if (fault === null) kept.push({ ...readCheckpoint(signed.note), name: signed.name });
      else if (!faults.has(origin)) faults.set(origin, fault);
    }
  }
  for (const note of register.kept ?? []) {
    const head = readCheckpoint(note);
    if (unknown.has(head.origin)) kept.push(head);
  }
  kept.push(...(memory === undefined ? [] : await remembered(memory)));
  const audits = await auditLedgers(pool, { kept, ...(sealer === undefined ? {} : { sealer }) });
  return audits.map((audit) => {
    const what = faults.get(audit.origin);
    return audit.finding === null && what !== undefined
      ? { ...audit, finding: { line: null, what } }
      : audit;
  });
}

interface SignedNote {
  readonly note: string;
  readonly name: string;
}

/** The stored checkpoints of a ledger, and those kept elsewhere that claim its origin. */
async function* headsOf(
  { pool, kept = [] }: RegisterToVerify,
  { ledger, origin }: { readonly ledger: LedgerId; readonly origin: string },
): AsyncGenerator<SignedNote> {
  for (let from = -1; ;) {
    const range = { from, to: LARGEST_SIZE, limit: NOTES_AT_ONCE };
    const stored = await readNotes(pool, ledger, range);
    for (const { size, note } of stored)
      yield { note, name: `the stored checkpoint of ${size} lines` };
    const last = stored.at(-1);
    if (last === undefined) break;
    from = last.size;
  }
  for (const note of kept) {
    if (readCheckpoint(note).origin === origin) yield { note, name: 'a checkpoint kept elsewhere' };
  }
}

function faultOf({ note, name }: SignedNote, vkey: string): string | null {
  try {
    verifyCheckpoint({ note, vkey });
    return null;
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return `${name} was not signed by the key of line 0 (${error.message})`;
  }
}

/** What this machine's signer remembers of ledgers that have lines. */
async function remembered(memory: SignerMemory): Promise<readonly KeptHead[]> {
  const heads: KeptHead[] = [];
  for (const ledger of await memory.ledgers()) {
    const found = await memory.recall(ledger);
    if (found === undefined || found.edge.size === 0) continue;
    const { origin, edge } = found;
    heads.push({ origin, size: edge.size, root: rootOf(edge), name: 'what the signer remembers' });
  }
  return heads;
}
