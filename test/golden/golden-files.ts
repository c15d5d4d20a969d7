/** The golden ledgers of each released version: their leaves with their hashes, their roots, and their books. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Slice } from '../../src/domain/book.js';
import { keyOf } from '../../src/domain/book.js';
import { apply } from '../../src/domain/apply.js';
import { encodeBase64 } from '../../src/evidence/bytes.js';
import { encode } from '../../src/evidence/canonical.js';
import { EMPTY_EDGE, extend, leafHash, rootOf } from '../../src/evidence/tree.js';
import { decodeLeaf } from '../../src/ledger/leaf/leaf.js';
import { encodeCell } from '../../src/ledger/stored-cell.js';

/**
 * The stories whose ledgers are kept, each in a folder of its own. `v1` was released first; kinds and versions that came
 * later have stories of their own, so that what was released before them stays as it is.
 */
export const STORIES = [
  'v1',
  'stock',
  'losses',
  'days',
  'bedside',
  'reconciliations',
  'corrections',
  'infusions',
  'findings',
  'assays',
  'inventories',
  'counts',
  'filings',
  'sites',
  'disclosures',
  'draws',
] as const;
export type StoryName = (typeof STORIES)[number];
export const LEDGERS = ['organisation', 'site'];

export interface GoldenLedger {
  readonly leaves: readonly { readonly hash: string; readonly leaf: string }[];
  readonly root: string;
  /** Canonical cells in the order of their keys. */
  readonly book: readonly string[];
}

const folder = (story: string): string => join('test/golden', story);

/** Whether the ledgers of a story were kept already. */
export const isKept = (story: string): boolean => existsSync(folder(story));

export async function readGolden(version: string, ledger: string): Promise<GoldenLedger> {
  const read = async (name: string): Promise<readonly string[]> =>
    (await readFile(join(folder(version), name), 'utf8')).trimEnd().split('\n');
  const [root = '', ...lines] = await read(`${ledger}.leaves.txt`);
  return {
    root,
    leaves: lines.map((line) => {
      const space = line.indexOf(' ');
      return { hash: line.slice(0, space), leaf: line.slice(space + 1) };
    }),
    book: await read(`${ledger}.book.txt`),
  };
}

/** Writes once; a file that is there is never written over. */
export async function writeGolden(
  version: string,
  ledger: string,
  golden: GoldenLedger,
): Promise<void> {
  await mkdir(folder(version), { recursive: true });
  const leaves = golden.leaves.map(({ hash, leaf }) => `${hash} ${leaf}`);
  const write = (name: string, lines: readonly string[]): Promise<void> =>
    writeFile(join(folder(version), name), `${lines.join('\n')}\n`, { flag: 'wx' });
  await write(`${ledger}.leaves.txt`, [golden.root, ...leaves]);
  await write(`${ledger}.book.txt`, golden.book);
}

/** What this release makes of leaves. */
export function fold(leaves: readonly Uint8Array[]): GoldenLedger {
  const book = new Slice('whole');
  let edge = EMPTY_EDGE;
  for (const [seq, leaf] of leaves.entries()) {
    apply(book, seq, decodeLeaf(leaf).effects);
    edge = extend(edge, leafHash(leaf)).edge;
  }
  const cells = [...book.all()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    root: encodeBase64(rootOf(edge)),
    leaves: leaves.map((leaf) => ({
      hash: encodeBase64(leafHash(leaf)),
      leaf: Buffer.from(leaf).toString('utf8'),
    })),
    book: cells.map((cell) => Buffer.from(encode(encodeCell(cell))).toString('utf8')),
  };
}
