/**
 * What the signer of a log remembers, in files of the data folder and nowhere in the database: up to where it has signed,
 * and the right edge of that tree. Whoever owns the database cannot change it, so nobody can have a second history signed.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asId } from '../domain/ids.js';
import type { LedgerId } from '../domain/ids.js';
import { parseInstant } from '../domain/measures/instant.js';
import type { Instant } from '../domain/measures/instant.js';
import { decodeBase64, encodeBase64 } from '../evidence/bytes.js';
import { EvidenceError } from '../evidence/error.js';
import { HASH_LENGTH } from '../evidence/hash.js';
import { decodeEdge, encodeEdge } from '../evidence/tree.js';
import type { Edge } from '../evidence/tree.js';
import { privateFolder } from '../platform/data-folder/data-folder.js';
import { readIfThere, writeDurably } from '../platform/data-folder/durable-file.js';

/** How far a log has come, as its signer knows it. */
export interface Remembered {
  readonly origin: string;
  /** Kind of clock that line 0 fixed; null before there is a line. */
  readonly clock: 'real' | 'simulated' | null;
  /** Right edge of the tree over all lines so far. */
  readonly edge: Edge;
  /** Leaf hash and time of the last line; null before there is one. */
  readonly last: { readonly hash: Uint8Array; readonly at: Instant } | null;
  /** Size at which this memory began: 0, or the size of a ledger that an operator had it adopt. */
  readonly since: number;
}

const LEDGER_ID = /^[a-z0-9]{12}$/;
const FILE = /^([a-z0-9]{12})\.json$/;

export class SignerMemory {
  private constructor(private readonly folder: string) {}

  static async open(dataFolder: string): Promise<SignerMemory> {
    return new SignerMemory(await privateFolder(dataFolder, 'signer'));
  }

  /** What is remembered of a log; undefined where there is nothing. Throws for a file that cannot be read. */
  async recall(ledger: LedgerId): Promise<Remembered | undefined> {
    const path = this.#path(ledger);
    const text = await readIfThere(path);
    if (text === undefined) return undefined;
    const found = parse(text);
    // Going on as if there were no memory would be worse than stopping.
    if (found === null) throw new Error(`the signer cannot read its memory in ${path}`);
    return found;
  }

  /** Remembers, so that it survives a power cut from the moment this resolves: new file, fsync, rename, fsync of the folder. */
  async remember(ledger: LedgerId, remembered: Remembered): Promise<void> {
    const known = await this.recall(ledger);
    if (known !== undefined && known.edge.size > remembered.edge.size)
      throw new Error(`the signer of ledger ${ledger} does not forget what it has signed`);
    await writeDurably(this.#path(ledger), `${format(remembered)}\n`);
  }

  /** Every log of which something is remembered. */
  async ledgers(): Promise<readonly LedgerId[]> {
    const names = await readdir(this.folder);
    return names.flatMap((name) => {
      const id = FILE.exec(name)?.[1];
      return id === undefined ? [] : [asId(id)];
    });
  }

  #path(ledger: LedgerId): string {
    if (!LEDGER_ID.test(ledger)) throw new RangeError('a ledger id is 12 letters and digits');
    return join(this.folder, `${ledger}.json`);
  }
}

const VERSION = 1;

function format({ origin, clock, edge, last, since }: Remembered): string {
  return JSON.stringify({
    version: VERSION,
    origin,
    clock,
    size: edge.size,
    edge: encodeBase64(encodeEdge(edge)),
    lastHash: last === null ? null : encodeBase64(last.hash),
    lastAt: last?.at ?? null,
    since,
  });
}

function parse(text: string): Remembered | null {
  const json = parseObject(text);
  if (json?.['version'] !== VERSION) return null;
  const { origin, clock, size, edge, lastHash, lastAt, since } = json;
  if (typeof origin !== 'string' || typeof size !== 'number' || typeof since !== 'number')
    return null;
  if (clock !== 'real' && clock !== 'simulated' && clock !== null) return null;
  const tree = parseEdge(size, edge);
  const last = parseLast(lastHash, lastAt);
  if (tree === null || last === undefined || (last === null) !== (size === 0)) return null;
  return { origin, clock, edge: tree, last, since };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : null;
  } catch {
    return null;
  }
}

function parseEdge(size: number, text: unknown): Edge | null {
  const bytes = typeof text === 'string' ? decodeBase64(text) : null;
  if (bytes === null) return null;
  try {
    return decodeEdge(size, bytes);
  } catch (error) {
    if (error instanceof EvidenceError) return null;
    throw error;
  }
}

/** Undefined where it is neither a last line nor none. */
function parseLast(hash: unknown, at: unknown): Remembered['last'] | undefined {
  if (hash === null && at === null) return null;
  const bytes = typeof hash === 'string' ? decodeBase64(hash) : null;
  const instant = typeof at === 'string' ? parseInstant(at) : undefined;
  if (bytes?.length !== HASH_LENGTH || instant === undefined) return undefined;
  return { hash: bytes, at: instant };
}
