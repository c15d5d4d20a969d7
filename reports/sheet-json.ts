import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CsvValue } from './csv.js';
import type { ReportHead } from './head.js';
import { inParcels } from './parcels.js';
import type { Workbook } from './sheet.js';
import { wholeRoot } from './words.js';

/**
 * A document as JSON: what it says of itself, then its parts. Decimals are text, so that no reader rounds them; line numbers
 * are numbers; what is not there is null.
 */
export async function writeJson(book: Workbook, out: Writable): Promise<void> {
  await pipeline(inParcels(pieces(book)), out);
}

async function* pieces(book: Workbook): AsyncGenerator<string> {
  yield `{"document":${JSON.stringify(book.name)},"title":${JSON.stringify(book.title)},`;
  yield `"head":${JSON.stringify(headOf(book.head))},"parts":[`;
  let isFirstPart = true;
  for await (const { name, columns, records } of book.sheets()) {
    yield `${isFirstPart ? '' : ','}\n{"part":${JSON.stringify(name)},"rows":[`;
    isFirstPart = false;
    const names = columns.map((column) => `${JSON.stringify(column)}:`);
    let isFirst = true;
    for await (const record of records()) {
      let members = '';
      for (const [index, name] of names.entries()) {
        members += `${index === 0 ? '' : ','}${name}${JSON.stringify(jsonOf(record[index] ?? null))}`;
      }
      yield `${isFirst ? '' : ','}\n{${members}}`;
      isFirst = false;
    }
    yield ']}';
  }
  yield ']}\n';
}

function jsonOf(value: CsvValue): string | number | null {
  if (value === null) return null;
  if ('whole' in value) return value.whole;
  if ('decimal' in value) return value.decimal;
  return 'text' in value ? value.text : value.figure;
}

function headOf({ registrant, site, period, basis, release, checkpoint, clock }: ReportHead) {
  const { origin, size, root, notedAt, keyId } = checkpoint;
  return {
    registrant,
    site,
    period,
    basis,
    clock,
    release,
    checkpoint: { origin, size, root: wholeRoot(root), notedAt, keyId },
  };
}
