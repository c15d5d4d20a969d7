/**
 * A ledger as others can check it: its tiles, and proofs that lead from a line to a signed checkpoint. Everything here is
 * below the newest checkpoint; what nobody has signed yet is not published.
 */
import type { LedgerId } from '../domain/ids.js';
import { EvidenceError } from '../evidence/error.js';
import { encodeProof } from '../evidence/proof.js';
import { encodeBundle, parseTilePath, widthAt } from '../evidence/tiles.js';
import type { TilePlace } from '../evidence/tiles.js';
import { proveConsistency, proveInclusion, rootFrom } from '../evidence/tree-prover.js';
import { emptyRoot, TILE_WIDTH, verifyConsistency, verifyInclusion } from '../evidence/tree.js';
import type { Checkpoints, SignedHead } from './checkpoints.js';
import type { LedgerReader } from './ledger-reader.js';

/** That a line is in the tree of a size. */
export interface InclusionProof {
  readonly line: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly hashes: readonly Uint8Array[];
}

/** That the tree of one size begins with that of another. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly hashes: readonly Uint8Array[];
}

export class PublishedLog {
  constructor(
    private readonly reader: LedgerReader,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** The bytes at a path of C2SP tlog-tiles; undefined where the signed log has no such tile. */
  async tile(ledger: LedgerId, path: string): Promise<Uint8Array | undefined> {
    const place = parseTilePath(path);
    if (place === null) return undefined;
    const head = await this.checkpoints.latest(ledger);
    if (head === undefined || !isSigned(place, head.size)) return undefined;
    const { level, index, width } = place;
    const first = index * TILE_WIDTH;
    if (level !== 'entries')
      return this.reader.subtrees(ledger).hashes({ level, first, count: width });
    const leaves: Uint8Array[] = [];
    const range = { from: first, to: first + width };
    for await (const { leaf } of this.reader.leaves(ledger, range)) leaves.push(leaf);
    return encodeBundle(leaves);
  }

  /** Undefined where nothing of that size is signed, or it has no such line. */
  async inclusion(
    ledger: LedgerId,
    asked: { readonly line: number; readonly size?: number },
  ): Promise<InclusionProof | undefined> {
    const head = await this.covering(ledger, asked.size ?? asked.line + 1);
    const size = asked.size ?? head?.size ?? 0;
    if (head === undefined || asked.line >= size) return undefined;
    const root = await this.#rootAt(ledger, size);
    return this.#prove(ledger, { line: asked.line, size, root });
  }

  /** Undefined where nothing of the larger size is signed. */
  async consistency(
    ledger: LedgerId,
    asked: { readonly from: number; readonly to: number },
  ): Promise<ConsistencyProof | undefined> {
    const { from, to } = asked;
    if (from > to || (await this.covering(ledger, to)) === undefined) return undefined;
    const hashes = await proveConsistency(from, to, this.reader.subtrees(ledger));
    const fromRoot = await this.#rootAt(ledger, from);
    const toRoot = await this.#rootAt(ledger, to);
    if (!verifyConsistency({ from, to, fromRoot, toRoot, proof: hashes })) throw damaged(ledger);
    return { from, to, fromRoot, toRoot, hashes };
  }

  /** The inclusion proof of a line and the newest checkpoint, as C2SP tlog-proof writes them. */
  async proof(ledger: LedgerId, line: number): Promise<string | undefined> {
    const head = await this.covering(ledger, line + 1);
    if (head === undefined) return undefined;
    const { size, note, root } = head;
    const { hashes } = await this.#prove(ledger, { line, size, root });
    return encodeProof({ index: line, hashes, checkpoint: note, extra: null });
  }

  /** The newest checkpoint, if it covers so many lines; lines that have just been recorded are signed first. */
  async covering(ledger: LedgerId, size: number): Promise<SignedHead | undefined> {
    const latest = await this.checkpoints.latest(ledger);
    if (latest !== undefined && latest.size >= size) return latest;
    const head = await this.reader.head(ledger);
    if (head === undefined || head.size < size) return undefined;
    return this.checkpoints.now(ledger);
  }

  /** A stored hash that went bad must not travel as a proof of ours. */
  async #prove(
    ledger: LedgerId,
    { line, size, root }: Pick<InclusionProof, 'line' | 'size' | 'root'>,
  ): Promise<InclusionProof> {
    const reader = this.reader.subtrees(ledger);
    const hashes = await proveInclusion(line, size, reader);
    const leafHash = await reader.hashes({ level: 0, first: line, count: 1 });
    if (!verifyInclusion({ index: line, size, leafHash, proof: hashes, root }))
      throw damaged(ledger);
    return { line, size, leafHash, root, hashes };
  }

  /** The root of a size: the signed one, where that size was signed. */
  async #rootAt(ledger: LedgerId, size: number): Promise<Uint8Array> {
    if (size === 0) return emptyRoot();
    const signed = await this.checkpoints.ofSize(ledger, size);
    return signed?.root ?? (await rootFrom(size, this.reader.subtrees(ledger)));
  }
}

/** Whether the whole tile, of the width in its name, is below the signed size. */
function isSigned({ level, index, width }: TilePlace, size: number): boolean {
  return width <= widthAt(size, level, index);
}

const damaged = (ledger: LedgerId): Error =>
  new EvidenceError(
    'proof.not-included',
    `the stored hashes of ledger ${ledger} do not lead to its root: run "countersign verify"`,
  );
