import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Awaitable, ReportHead, SignatureKeyLine } from './head.js';
import { FRAME } from './frame.js';
import { LEADING, Print, SIZE } from './page.js';
import type { Frame } from './page.js';
import type { ToldPage } from './page-code.js';
import type { Paper } from './paper.js';
import type { SignatureRequest } from './signature-field.js';
import { Table } from './table.js';
import type { Block } from './table.js';
import type { Column } from './column.js';
import { exactStamp, LICENSE_WORDS, whole, wholeRoot } from './words.js';

/** What all documents share: how they are streamed, and how they end. */

export interface PrintOptions {
  readonly paper: Paper;
  /** Told after each page; the total is not known before the last row is. */
  readonly onPage?: (pages: number) => void;
  /** Told of each page as it reads, when it is finished. */
  readonly onPageText?: (page: ToldPage) => void;
  /** Leaves room for a signature after the end of the file, whose bytes before it stay what they are without one. */
  readonly signature?: SignatureRequest;
  /** Stops the printing; the promise then rejects with its reason and the rows are no longer read. */
  readonly signal?: AbortSignal;
}

/** What a document has become. */
export interface Printed {
  readonly pages: number;
  /** What it lists, each once: lines, cases, facts. None of them means that the period has none of its kind. */
  readonly records: number;
}

/** Pages with head and foot, and nothing between them yet. */
export function beginPrint(head: ReportHead, frame: Frame): Print {
  return new Print(head, frame, FRAME);
}

/** Prints as fast as `out` takes it and ends `out`. */
export async function stream(
  print: Print,
  pages: AsyncIterable<number>,
  out: Writable,
  options: PrintOptions,
): Promise<Printed> {
  const { signal } = options;
  print.onPageText = options.onPageText;
  print.signature = options.signature;
  await pipeline(chunks(print, pages, options), out, signal === undefined ? {} : { signal });
  const { pages: laid, records } = print;
  return { pages: laid, records };
}

/** A document yields its number of pages whenever it may have begun another. */
async function* chunks(
  print: Print,
  pages: AsyncIterable<number>,
  { onPage }: PrintOptions,
): AsyncGenerator<Uint8Array> {
  let told = 0;
  for await (const count of pages) {
    if (count === told) continue;
    told = count;
    onPage?.(told);
    const chunk = print.taken();
    if (chunk !== null) yield chunk;
  }
  print.end();
  const rest = print.taken();
  if (rest !== null) yield rest;
}

const KEY_GAP = 12;
const CHECK_GAP = 7;
/** Names are short: two stand beside each other on any paper. */
const SIGNERS_ACROSS = 2;

/** Abbreviations of a document in the order to print: the sign, and what it means. */
export type Abbreviations = readonly (readonly [sign: string, meaning: string])[];

/** The last page: who the initials are, what the signs mean, how the print can be checked. On one page if it can be. */
export async function closing(
  print: Print,
  people: () => Awaitable<readonly SignatureKeyLine[]>,
  abbreviations: Abbreviations,
  y: number,
): Promise<void> {
  const pairs = print.frame.orientation === 'landscape' ? 2 : 1;
  const keyed = keyTable(print, 'Signature key', SIGNERS_ACROSS, [
    { head: 'Initials', width: 46, align: 'left', face: 'bold' },
    { head: 'Printed name', width: { share: 3 }, align: 'left' },
    { head: 'License class', width: { share: 2 }, align: 'left' },
  ]);
  const signs = keyTable(print, 'Key of abbreviations', pairs, [
    { head: 'Sign', width: 84, align: 'left', face: 'bold' },
    { head: 'Meaning', width: { share: 1 }, align: 'left' },
  ]);
  const signers = inColumns((await people()).map(signerCells), SIGNERS_ACROSS, 3);
  const isSigned = signers.length > 0;
  const signersHeight = isSigned ? keyed.height(signers) + KEY_GAP : 0;
  const check = checkSentence(print.head);
  const setting = { face: 'regular', width: print.width } as const;
  const lines = print.set(check, { ...setting, size: SIZE.text }).length;
  const checkHeight = lines * SIZE.text * LEADING + CHECK_GAP;
  // Only now has everything been set that may have signs of its own.
  const meanings = inColumns([...abbreviations, ...print.typeface.replaced()], pairs, 2);
  const height = signersHeight + signs.height(meanings) + checkHeight;

  let start = y + height > print.bottom ? null : y;
  if (isSigned) {
    keyed.open(start, '');
    for (const block of signers) keyed.add(block);
    start = keyed.close(0) + KEY_GAP;
  }
  signs.open(start, '');
  for (const block of meanings) signs.add(block);
  const end = signs.close(checkHeight);
  print.paragraph(
    check,
    { x: print.left, y: end + CHECK_GAP + SIZE.text, size: SIZE.text },
    setting,
  );
}

const signerCells = (each: SignatureKeyLine): readonly string[] => [
  each.initials,
  each.printedName,
  LICENSE_WORDS[each.licenseClass],
];

function keyTable(print: Print, title: string, pairs: number, columns: readonly Column[]): Table {
  return new Table(print, {
    columns: Array.from({ length: pairs }, () => columns).flat(),
    heading: (isContinued) => (isContinued ? `${title}, continued` : title),
    carried: null,
    brought: null,
    room: 60,
  });
}

/** Rows of a key, side by side and read downwards row by row. */
function inColumns(
  rows: readonly (readonly string[])[],
  pairs: number,
  width: number,
): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < rows.length; index += pairs) {
    const cells = Array.from({ length: pairs }, (_, pair) => {
      const row = rows[index + pair];
      return Array.from({ length: width }, (__, cell) => row?.[cell] ?? null);
    }).flat();
    blocks.push({ rows: [{ weight: 'line', cells }], carry: '' });
  }
  return blocks;
}

function checkSentence({ checkpoint, site, release }: ReportHead): string {
  return (
    `How to check this print. It was read at ledger size ${whole(checkpoint.size)} of log ${checkpoint.origin}, whose ` +
    `RFC 6962 root is ${wholeRoot(checkpoint.root)}, signed ${exactStamp(checkpoint.notedAt, site.zone)} with key ` +
    `${checkpoint.keyId}. An export of the same ledger, verified to that size, must give this root; every line number ` +
    `here is an entry of it. The same document printed again from the same checkpoint by ${release} has the same bytes.`
  );
}
