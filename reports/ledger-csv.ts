import type { Zone } from '../src/domain/measures/instant.js';
import type { Mass, Quantity } from '../src/domain/measures/quantity.js';
import { csv, lineColumns } from './csv.js';
import type { CsvColumn } from './csv.js';
import type { LineFacts } from './head.js';
import { memoWords } from './ledger-lines.js';
import type { Disposition, LedgerLine, LedgerReport, LedgerSection } from './ledger-rows.js';
import { ledgerTitle } from './ledger.js';
import { sheet } from './sheet.js';
import type { Workbook } from './sheet.js';
import { containerWords, itemWords, LINE_WORDS } from './words.js';

/** One printed line. A disposition names the draw that it stands under. */
interface Record {
  readonly section: LedgerSection;
  readonly line: LineFacts & { readonly kind: LedgerLine['kind'] };
  readonly under: number | null;
  readonly containers: LedgerLine['containers'];
  readonly party: string | null;
  readonly detail: string | null;
  readonly in: Quantity | null;
  readonly out: Quantity | null;
  readonly onHand: Quantity | null;
  readonly given: Quantity | null;
  readonly wasted: Quantity | null;
  readonly held: Quantity | null;
  readonly handedOver: Quantity | null;
  readonly inProcess: Quantity | null;
  readonly mass: Mass | null;
  readonly memo: string | null;
}

/** The lines of the ledger for machines. Balances between pages and totals are not lines. */
export function ledgerWorkbook(report: LedgerReport): Workbook {
  const { head } = report;
  const lines = sheet('ledger', columns(head.site.zone, report), () => records(report));
  return { name: 'ledger', title: ledgerTitle(report), head, sheets: () => [lines] };
}

async function* records(report: LedgerReport): AsyncGenerator<Record> {
  for await (const section of report.sections()) {
    for await (const line of section.lines()) {
      yield ofLine(section, line);
      for (const disposition of line.dispositions) yield ofDisposition(section, line, disposition);
    }
  }
}

function ofLine(section: LedgerSection, line: LedgerLine): Record {
  const memo = line.memo === null ? null : memoWords(line.memo, section.item.unit);
  return {
    ...line,
    section,
    line,
    under: null,
    memo,
    // A memo line prints no balance of its own: it asserts one.
    onHand: line.memo === null ? line.onHand : null,
  };
}

function ofDisposition(section: LedgerSection, draw: LedgerLine, line: Disposition): Record {
  return {
    ...line,
    section,
    line,
    under: draw.sequence,
    containers: draw.containers,
    party: draw.party,
    in: null,
    out: null,
    onHand: null,
    inProcess: null,
    memo: null,
  };
}

function columns(zone: Zone, { isByEvent }: LedgerReport): readonly CsvColumn<Record>[] {
  return [
    { name: 'audit_item', value: ({ section }) => csv.plain(itemWords(section.item)) },
    { name: 'line', value: ({ line }) => csv.whole(line.sequence) },
    { name: 'under_line', value: ({ under }) => csv.whole(under) },
    { name: 'entry', value: ({ line }) => csv.text(LINE_WORDS[line.kind]) },
    { name: 'containers', value: (row) => csv.text(containerWords(row.containers).labels) },
    { name: 'lots', value: (row) => csv.text(containerWords(row.containers).lots) },
    { name: 'party', value: ({ party }) => csv.text(party) },
    { name: 'detail', value: ({ detail }) => csv.text(detail) },
    { name: 'unit', value: ({ section }) => csv.text(section.item.unit) },
    { name: 'in', value: (row) => csv.quantity(row.in) },
    { name: 'out', value: ({ out }) => csv.quantity(out) },
    {
      name: isByEvent === true ? 'balance_by_event_time' : 'balance',
      value: ({ onHand }) => csv.quantity(onHand),
    },
    { name: 'given', value: ({ given }) => csv.quantity(given) },
    { name: 'wasted', value: ({ wasted }) => csv.quantity(wasted) },
    { name: 'held', value: ({ held }) => csv.quantity(held) },
    { name: 'handed_over', value: ({ handedOver }) => csv.quantity(handedOver) },
    { name: 'in_process', value: ({ inProcess }) => csv.quantity(inProcess) },
    { name: 'mg', value: ({ mass }) => csv.milligrams(mass) },
    { name: 'memo', value: ({ memo }) => csv.text(memo) },
    ...lineColumns<Record>(zone, ({ line }) => line),
  ];
}
