import { stamp } from '../../../reports/words.js';
import type { SignedCopy } from '../../domain/counting/inventory.js';
import type { Entry } from '../../domain/entry.js';
import type { DocumentParts } from './ledger-document.js';
import { stateOf } from './line-detail.js';
import type { Reading } from './reading.js';

const FILINGS_AT_ONCE = 100;

/** Where the signed print of an inventory is: 21 CFR 1304.11(a) wants it at the registered location. */
export async function signedCopyWords(
  { reading, head }: DocumentParts,
  { seq }: Pick<Entry, 'seq'>,
): Promise<string> {
  const copy = await copyThen(reading, seq);
  if (copy === undefined) return 'NO SIGNED COPY FILED';
  return `signed copy filed ${stamp(copy.filedAt, head.site.zone)} in line ${copy.line}, file ${copy.file}`;
}

/** The newest copy below the size: the book knows the newest of all, and a scan may have been filed anew since. */
async function copyThen(
  { reader, ledger, size }: Reading,
  line: number,
): Promise<SignedCopy | undefined> {
  const newest = (await reader.cellsNamed(ledger, 'signed-copy', [String(line)])).get(String(line));
  if (newest === undefined || newest.line < size) return newest;
  for (let to = size; to > line;) {
    const filter = { kinds: ['filing'], to, order: 'newest', limit: FILINGS_AT_ONCE } as const;
    const page = await reader.entries(ledger, filter);
    const copies = page.flatMap(({ entry }) => stateOf(entry, 'signed-copy') ?? []);
    const copy = copies.find(({ id }) => id === String(line));
    if (copy !== undefined || page.length < FILINGS_AT_ONCE) return copy;
    to = page.at(-1)?.entry.seq ?? line;
  }
  return undefined;
}
