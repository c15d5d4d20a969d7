import { leafHash } from '../../evidence/tree.js';
import type { Reading } from './reading.js';
import { readLeaves } from './lines.sql.js';

/** Leaf hashes of lines, base64, in the order of the lines. */
export async function leafHashes(
  { pool, below }: Reading,
  lines: readonly number[],
): Promise<readonly string[]> {
  const rows = await readLeaves(pool, below, lines);
  const found = new Map(rows.map(({ seq, leaf }) => [seq, leafHash(leaf)] as const));
  return lines.map((line) => Buffer.from(found.get(line) ?? []).toString('base64'));
}
