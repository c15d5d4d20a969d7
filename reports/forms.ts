import { csv } from './csv.js';
import { facts } from './facts.js';
import type { Fact } from './facts.js';
import type { ReportHead, Rows } from './head.js';
import { SIDE_PADDING } from './column-heads.js';
import { RULE, SIZE } from './page.js';
import type { Print } from './page.js';
import { KEPT_APART } from './kept-apart.js';
import { forMachines, onNewPage, part } from './part.js';
import type { Part, PaperColumn } from './part.js';
import type { TableDocument } from './table-document.js';

/** Documents that are filled in and signed: worksheets of forms, inventories, hand-over papers. */

/** One line of a list of packages: what Form 41, Form 106 and an inventory ask of each. */
export interface PackageLine {
  /** Words over the lines that belong together. */
  readonly group: string;
  /** "III". */
  readonly schedule: string;
  readonly ndc: string;
  readonly drug: string;
  readonly lot: string;
  readonly packageSize: string;
  readonly full: number;
  /** Content of those that are not full, in the unit. */
  readonly partial: string;
  readonly total: string;
  readonly unit: string;
  readonly note: string;
}

/** One act, which can be filed alone on paper: what is said of it, its packages, lines to sign on. */
export interface FormSheet {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly packages: readonly PackageLine[];
}

/** The same acts on sheets for paper, and as two tables for machines. */
export interface FormReport {
  readonly head: ReportHead;
  readonly sheets: Rows<FormSheet>;
  readonly facts: () => Promise<readonly Fact[]>;
  readonly packages: Rows<PackageLine>;
}

/** What a form is called, what it answers, and who signs it. */
export interface FormWords {
  readonly name: string;
  readonly title: string;
  readonly clause: string;
  readonly key: string;
  readonly packagesHeading: string;
  /** Where the period has no such act. */
  readonly empty: string;
  /** Where an act has no package. */
  readonly nothing: string;
  readonly signing: Signing;
}

export function formDocument(words: FormWords, report: FormReport): TableDocument {
  return {
    name: words.name,
    title: words.title,
    clause: words.clause,
    key: words.key,
    orientation: 'portrait',
    abbreviations: [
      ['Full', 'packages never opened, with all that their label says'],
      ['Partial', 'content of those that are not full, as it was measured or stated'],
    ],
    head: report.head,
    parts: () => partsOf(words, report),
  };
}

async function* partsOf(words: FormWords, report: FormReport): AsyncGenerator<Part> {
  const { title: heading, packagesHeading, empty, nothing } = words;
  const told = facts({ name: 'facts', heading, facts: report.facts, empty });
  const listed = packagesPart({ heading: packagesHeading, empty, rows: report.packages });
  let isEmpty = true;
  for await (const whole of report.sheets()) {
    isEmpty = false;
    for (const act of sheetsApart(whole)) {
      const { heading: own, facts: said } = act;
      yield onNewPage(onPaper(facts({ name: 'facts', heading: own, facts: () => said })));
      yield onPaper(
        packagesPart({ heading: packagesHeading, empty: nothing, rows: () => act.packages }),
      );
      yield signatures(words.signing);
    }
  }
  if (isEmpty) yield onPaper(told);
  for (const { sheet } of [told, listed]) if (sheet !== null) yield forMachines(sheet);
}

/** An act with packages of schedule II and of others stands on a sheet for each. */
function sheetsApart(act: FormSheet): readonly FormSheet[] {
  if (act.packages.length === 0) return [act];
  return KEPT_APART.flatMap(({ words, has }) => {
    const packages = act.packages.filter(({ schedule }) => has(schedule));
    return packages.length === 0 ? [] : [{ ...act, heading: `${act.heading}: ${words}`, packages }];
  });
}

const onPaper = (of: Part): Part => ({ ...of, sheet: null });

export function packagesPart(of: {
  readonly heading: string;
  readonly empty: string;
  readonly rows: Rows<PackageLine>;
}): Part {
  return part<PackageLine>({
    name: 'packages',
    ...of,
    group: ({ group }) => group,
    columns: packageColumns(),
  });
}

function packageColumns(): readonly PaperColumn<PackageLine>[] {
  const figures = { align: 'figure', width: 46 } as const;
  return [
    { name: 'group', value: ({ group }) => csv.plain(group) },
    { name: 'schedule', value: ({ schedule }) => csv.text(schedule) },
    { name: 'ndc', value: ({ ndc }) => csv.text(ndc), print: { head: 'NDC', width: 70 } },
    {
      name: 'drug',
      value: ({ drug }) => csv.plain(drug),
      print: { head: 'Drug', width: { share: 3 } },
    },
    {
      name: 'lot',
      value: ({ lot }) => csv.text(lot),
      print: { head: 'Lot', width: 50, face: 'code' },
    },
    {
      name: 'package_size',
      value: ({ packageSize }) => ({ decimal: packageSize }),
      print: { head: 'Package', ...figures },
    },
    {
      name: 'full_packages',
      value: ({ full }) => csv.whole(full),
      print: { head: 'Full', width: 30, align: 'figure' },
    },
    {
      name: 'partial',
      value: ({ partial }) => ({ decimal: partial }),
      print: { head: 'Partial', ...figures },
    },
    {
      name: 'total',
      value: ({ total }) => ({ decimal: total }),
      print: { head: 'Total', ...figures, face: 'bold' },
    },
    { name: 'unit', value: ({ unit }) => csv.text(unit), print: { head: 'Unit', width: 28 } },
    {
      name: 'note',
      value: ({ note }) => csv.text(note),
      print: { head: 'Note', width: { share: 2 } },
    },
  ];
}

const LINE_HEIGHT = 42;
const LINES_ACROSS = 2;
const GAP = 24;
const STATEMENT_HEIGHT = 14;

/** Who signs by hand, and what their signature says: it never stands on a page without it. */
export interface Signing {
  readonly statement: string;
  readonly signers: readonly string[];
}

/** Lines to sign on by hand: name, signature and date. Paper alone has them. */
export function signatures({ statement, signers }: Signing): Part {
  return {
    name: 'signatures',
    sheet: null,
    lay: function* (print, start) {
      let y = start ?? print.bottom;
      if (y + STATEMENT_HEIGHT + heightOfLines(signers) > print.bottom) {
        print.turn();
        y = print.top;
      }
      const place = { x: print.left + SIDE_PADDING, y: y + SIZE.text, size: SIZE.text };
      print.paragraph(statement, place, { face: 'bold', width: print.width });
      const end = layLines(print, signers, y + STATEMENT_HEIGHT);
      yield print.pages;
      return end;
    },
  };
}

const heightOfLines = (signers: readonly string[]): number =>
  Math.ceil(signers.length / LINES_ACROSS) * LINE_HEIGHT;

/** @returns where they end. */
export function layLines(
  print: Print,
  signers: readonly string[],
  y: number,
  left: number = print.left,
): number {
  const width = (print.width - GAP * (LINES_ACROSS - 1)) / LINES_ACROSS;
  for (const [index, signer] of signers.entries()) {
    const x = left + (index % LINES_ACROSS) * (width + GAP);
    const base = y + Math.floor(index / LINES_ACROSS) * LINE_HEIGHT + LINE_HEIGHT - 14;
    print.rule(x, base, width, RULE.thin);
    const text = `${signer}: printed name, signature, date`;
    print.paragraph(text, { x, y: base + 10, size: SIZE.text }, { face: 'regular', width });
  }
  return y + heightOfLines(signers);
}
