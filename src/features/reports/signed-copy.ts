import { stamp } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import type { DocumentParts } from './ledger-document.js';

/** Where the signed print of an inventory is: 21 CFR 1304.11(a) wants it at the registered location. */
export async function signedCopyWords(
  { reading, head }: DocumentParts,
  { seq }: Pick<Entry, 'seq'>,
): Promise<string> {
  const cells = await reading.reader.cellsNamed(reading.ledger, 'signed-copy', [String(seq)]);
  const copy = cells.get(String(seq));
  // A copy that was filed after the size is not known there.
  if (copy === undefined || copy.line >= reading.size) return 'NO SIGNED COPY FILED';
  return `signed copy filed ${stamp(copy.filedAt, head.site.zone)} in line ${copy.line}, file ${copy.file}`;
}
