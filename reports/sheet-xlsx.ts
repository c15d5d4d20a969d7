import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { archiveOf } from './archive.js';
import type { CsvValue } from './csv.js';
import { inParcels } from './parcels.js';
import type { Sheet, Workbook } from './sheet.js';

/**
 * A document as an Office Open XML workbook, one sheet for each part, streamed: rows are written as they are read. What people
 * wrote is an inline string, which no spreadsheet evaluates: there is no formula in the file. Numbers of more digits than a
 * spreadsheet keeps stay text.
 *
 * The packages that write workbooks either hold the whole sheet in memory or are no longer kept; the archive itself is a
 * library's work (docs/decisions/0005-dependencies.md).
 */
export async function writeXlsx(book: Workbook, out: Writable): Promise<void> {
  const sheets: Sheet[] = [];
  for await (const each of book.sheets()) sheets.push(each);
  const zip = new ZipFile();
  const archive = archiveOf(zip);
  const options = { mtime: new Date(book.head.checkpoint.notedAt), mode: 0o100644 };
  const add = (path: string, text: string): void => {
    zip.addBuffer(Buffer.from(`${XML}${text}`), path, options);
  };
  add('[Content_Types].xml', contentTypes(sheets));
  add('_rels/.rels', PACKAGE_RELATIONS);
  add('xl/workbook.xml', workbookXml(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelations(sheets));
  add('xl/styles.xml', STYLES);
  const left = new AbortController();
  let rows: { readonly read: AsyncGenerator<string>; readonly stream: Readable } | undefined;
  for (const [index, each] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (give) => {
      const read = inParcels(sheetXml(each, left.signal));
      rows = { read, stream: Readable.from(read) };
      // The library listens to no stream that it is given: unheard, the error would end the process.
      rows.stream.on('error', (error) => archive.destroy(error));
      give(null, rows.stream);
    });
  }
  // What stops the file ends it: half an archive must not look like a whole one.
  zip.on('error', (error: Error) => archive.destroy(error));
  zip.end();
  try {
    await pipeline(archive, out);
  } finally {
    // Rows that nobody takes any more are no longer read, not even the one that is on its way.
    left.abort();
    rows?.stream.destroy();
    await rows?.read.return(undefined).catch(() => undefined);
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE_RELATIONS =
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" ` +
  `Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Styles by number: 0 as it comes, 1 the heads of columns, 2 quantities to the microlitre, 3 text that may have lines. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>` +
  '<fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>' +
  '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';

function contentTypes(sheets: readonly Sheet[]): string {
  const parts = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ' +
    `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`
  );
}

/** A spreadsheet allows 31 letters for the name of a sheet. */
const NAME_LETTERS = 31;

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name.slice(0, NAME_LETTERS))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}${styles}</Relationships>`;
}

/** Heads stay in sight; rows come as they are read, until the file is left. */
async function* sheetXml({ columns, records }: Sheet, left: AbortSignal): AsyncGenerator<string> {
  yield (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
  );
  yield rowXml(columns.map((name) => inline(name, 1)));
  for await (const record of records()) {
    if (left.aborted) return;
    yield rowXml(record.map(cellXml));
  }
  yield '</sheetData></worksheet>';
}

const rowXml = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;

function cellXml(value: CsvValue): string {
  if (value === null) return '<c/>';
  if ('whole' in value) return `<c><v>${value.whole}</v></c>`;
  if ('decimal' in value) {
    const { decimal } = value;
    if (decimal.replace(/\D/g, '').length > DIGITS) return inline(decimal, 0);
    return `<c${decimal.includes('.') ? ' s="2"' : ''}><v>${decimal}</v></c>`;
  }
  return 'text' in value ? inline(value.text, 3) : inline(value.figure, 0);
}

function inline(text: string, style: number): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c t="inlineStr" s="${style}"><is><t${space}>${escaped(text)}</t></is></c>`;
}

/** XML 1.0 has no place for most control characters, and none for half of a surrogate pair. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
