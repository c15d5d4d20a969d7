import type { BusinessDate } from '../src/domain/measures/instant.js';
import { massOf } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { csv } from './csv.js';
import type { Abbreviations } from './document.js';
import type { ContainerMark, LineFacts, ReportHead, Rows } from './head.js';
import { isolated } from './isolated.js';
import { exceptionsFirst, partsApart } from './kept-apart.js';
import type { ScheduleClass } from './kept-apart.js';
import { containerColumns, firstColumns, lastColumns } from './line-columns.js';
import type { FootRow, Part, PaperColumn } from './part.js';
import type { TableDocument } from './table-document.js';
import { figure, itemWords, LINE_WORDS, milligrams, warnings, whole } from './words.js';
import type { PrintedItem } from './words.js';

/**
 * Receipts, 21 CFR 1304.22(c): what was acquired, when, and the name, address and DEA number of the supplier. One row for each
 * line of a delivery. What was paid is not there: 21 CFR 1316.04 keeps prices out of an inspection.
 */
export interface ReceiptsReport {
  readonly head: ReportHead;
  /** In register order. A function, for the exceptions are read from them once more. */
  readonly lines: Rows<ReceiptLine>;
  /** Those that the site ever had something of, and those of the lines. */
  readonly schedules: () => Promise<ReadonlySet<string>>;
  readonly totals: () => readonly ReceiptTotal[];
}

export interface ReceiptLine extends LineFacts {
  readonly kind: 'receipt' | 'correction';
  /** As they were on the day of the delivery. */
  readonly supplier: {
    readonly name: string;
    readonly address: string;
    readonly deaNumber: string;
    readonly registrationExpires: BusinessDate;
  };
  readonly document: string;
  readonly invoiceNumber: string | null;
  readonly invoiceDate: BusinessDate | null;
  /** SHA-256 of the scan, in hexadecimal. */
  readonly invoiceFile: string | null;
  readonly orderedOn: BusinessDate | null;
  readonly item: PrintedItem;
  readonly ndc: string;
  readonly labeler: string;
  /** As the papers have it; of a line of which nothing came, too. */
  readonly lot: string;
  readonly containers: readonly ContainerMark[];
  readonly expires: BusinessDate;
  readonly ordered: number;
  readonly invoiced: number;
  readonly counted: number;
  /** Of all containers; negative where a correction takes a delivery back. */
  readonly quantity: Quantity;
}

export interface ReceiptTotal {
  readonly item: PrintedItem;
  readonly containers: number;
  readonly quantity: Quantity;
}

const ABBREVIATIONS: Abbreviations = [
  ['Line', 'sequence number of the receipt in the ledger of this site'],
  ['Date, time', 'when it was physically received (21 CFR 1304.21(d)), with the zone in force'],
  ['Ordered, invoiced, counted', 'containers; three numbers that may differ'],
  ['By, Witness', 'who received and counted it; who verified it'],
  ['Scan', 'first digits of the SHA-256 of the scanned invoice'],
];

export function receiptsDocument(report: ReceiptsReport): TableDocument {
  return {
    name: 'receipts',
    title: 'Receipts',
    clause: '21 CFR 1304.22(c), 1304.21(d); every delivery, in register order',
    key:
      'Received: on the date of physical receipt. Schedule II stands apart from III to V. A correction stands at its own line; the ' +
      'line it names is untouched. In capitals: what departs from the rule, at the drug that it is about. Initials: signature key, ' +
      'last page.',
    orientation: 'landscape',
    abbreviations: ABBREVIATIONS,
    head: report.head,
    parts: () => partsApart(report.schedules, (of) => partsOf(report, of)),
  };
}

const partsOf = (report: ReceiptsReport, of: ScheduleClass): readonly [Part, Part] =>
  exceptionsFirst(of, {
    rows: report.lines,
    exceptions: {
      heading: `Exceptions: ${of.words}`,
      empty: `No delivery of ${of.words} in the period departs from the rule.`,
      columns: exceptionColumns(report),
      among: exceptional,
    },
    all: {
      name: `receipts-${of.name}`,
      heading: `Deliveries: ${of.words}`,
      empty: `Nothing of ${of.words} was received at this site in the period.`,
      columns: receiptColumns(report),
    },
    totals: report.totals,
    totalRow,
  });

function exceptionColumns({ head }: ReceiptsReport): readonly PaperColumn<ReceiptLine>[] {
  return [
    ...firstColumns<ReceiptLine>(head.site.zone, (row) => row),
    {
      name: 'supplier',
      value: ({ supplier }) => csv.text(supplier.name),
      print: { head: 'Supplier', width: { share: 2 } },
    },
    drugColumn(3),
    {
      name: 'lot',
      value: ({ lot }) => csv.text(lot),
      print: { head: 'Lot', width: 66, face: 'code' },
    },
    {
      name: 'exception',
      value: (row) => csv.text(exceptionWords(row)),
      print: { head: 'Exception', width: { share: 4 }, face: 'bold' },
    },
  ];
}

const drugColumn = (share: number): PaperColumn<ReceiptLine> => ({
  name: 'audit_item',
  value: ({ item }) => csv.plain(itemWords(item)),
  print: { head: 'Drug, NDC, labeler', width: { share }, text: drugText },
});

function receiptColumns({ head }: ReceiptsReport): readonly PaperColumn<ReceiptLine>[] {
  const { zone } = head.site;
  return [
    ...firstColumns<ReceiptLine>(zone, (row) => row),
    { name: 'entry', value: ({ kind }) => csv.text(LINE_WORDS[kind]) },
    ...supplierColumns(),
    ...invoiceColumns(),
    drugColumn(40),
    { name: 'schedule', value: ({ item }) => csv.text(item.schedule) },
    { name: 'ndc', value: ({ ndc }) => csv.text(ndc) },
    { name: 'labeler', value: ({ labeler }) => csv.text(labeler) },
    ...containerColumns<ReceiptLine>(marksOf, 66),
    {
      name: 'expires',
      value: ({ expires }) => csv.text(expires),
      print: { head: 'Expiry', width: 46 },
    },
    numberColumn('ordered', 'Ordered', ({ ordered }) => ordered),
    numberColumn('invoiced', 'Invoiced', ({ invoiced }) => invoiced),
    numberColumn('counted', 'Counted', ({ counted }) => counted),
    {
      name: 'quantity',
      value: ({ quantity }) => csv.quantity(quantity),
      print: { head: 'Quantity', width: 42, align: 'figure', face: 'bold' },
    },
    {
      name: 'unit',
      value: ({ item }) => csv.text(item.unit),
      print: { head: 'Unit', width: 24 },
    },
    { name: 'mg', value: ({ item, quantity }) => csv.milligrams(massOf(quantity, item.strength)) },
    ...lastColumns<ReceiptLine>(zone, (row) => row, { remark: { share: 34 } }),
  ];
}

function supplierColumns(): readonly PaperColumn<ReceiptLine>[] {
  return [
    {
      name: 'supplier',
      value: ({ supplier }) => csv.text(supplier.name),
      print: {
        head: 'Supplier, address, DEA number',
        width: { share: 42 },
        text: ({ supplier }) => [
          { text: `${supplier.name}\n`, face: 'bold' },
          { text: `${supplier.address}\nDEA ${supplier.deaNumber}`, face: 'regular' },
        ],
      },
    },
    { name: 'supplier_address', value: ({ supplier }) => csv.text(supplier.address) },
    { name: 'supplier_dea_number', value: ({ supplier }) => csv.text(supplier.deaNumber) },
    {
      name: 'supplier_registration_expires',
      value: ({ supplier }) => csv.text(supplier.registrationExpires),
    },
  ];
}

function invoiceColumns(): readonly PaperColumn<ReceiptLine>[] {
  return [
    { name: 'document', value: ({ document }) => csv.text(document) },
    {
      name: 'invoice_number',
      value: ({ invoiceNumber }) => csv.text(invoiceNumber),
      print: { head: 'Invoice, date, scan', width: 64, text: invoiceText },
    },
    { name: 'invoice_date', value: ({ invoiceDate }) => csv.text(invoiceDate) },
    { name: 'invoice_sha256', value: ({ invoiceFile }) => csv.text(invoiceFile) },
    { name: 'ordered_on', value: ({ orderedOn }) => csv.text(orderedOn) },
  ];
}

function numberColumn(
  name: string,
  head: string,
  of: (row: ReceiptLine) => number,
): PaperColumn<ReceiptLine> {
  return {
    name,
    value: (row) => csv.whole(of(row)),
    print: { head, width: 32, align: 'figure', text: (row) => whole(of(row)) },
  };
}

/** Of what did not come, the lot on the papers stands alone. */
const marksOf = ({ containers, lot }: ReceiptLine): readonly ContainerMark[] =>
  containers.length === 0 ? [{ label: '', lot }] : containers;

function drugText({ item, ndc, labeler }: ReceiptLine): string {
  return `${itemWords(item)}\n${ndc}, ${isolated(labeler)}`;
}

const SCAN_DIGITS = 8;

function invoiceText({ invoiceNumber, invoiceDate, invoiceFile }: ReceiptLine): string {
  const scan = invoiceFile === null ? 'no scan' : `scan ${invoiceFile.slice(0, SCAN_DIGITS)}`;
  return [invoiceNumber ?? 'no invoice', invoiceDate, scan]
    .filter((each) => each !== null)
    .join('\n');
}

/** A scan that is not kept is an exception like a flag. */
function exceptionWords(row: ReceiptLine): string {
  const own = warnings(row);
  const scan = row.kind === 'receipt' && row.invoiceFile === null ? 'NO SCAN OF THE INVOICE' : '';
  return [own, scan].filter((each) => each !== '').join(', ');
}

async function* exceptional(lines: AsyncIterable<ReceiptLine>): AsyncGenerator<ReceiptLine> {
  for await (const line of lines) if (exceptionWords(line) !== '') yield line;
}

function totalRow({ item, containers, quantity }: ReceiptTotal): FootRow {
  const mass = milligrams(massOf(quantity, item.strength));
  return {
    words: `Total  ${itemWords(item)}: ${mass} mg`,
    figures: { counted: whole(containers), quantity: figure(quantity), unit: item.unit },
  };
}
