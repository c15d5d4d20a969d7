import { massOf, sum } from '../src/domain/measures/quantity.js';
import type { Quantity } from '../src/domain/measures/quantity.js';
import { balanceRow } from './ledger-lines.js';
import type { KindTotal, LedgerSection, LedgerTotals } from './ledger-rows.js';
import { LEADING, RULE, SIZE } from './page.js';
import type { Print } from './page.js';
import type { Table } from './table.js';
import type { Run } from './typeset.js';
import { counted, figure, milligrams } from './words.js';

/** The foot of an audit item: sums under their columns, and the proofs written out so that anyone can add them up. */
export function layTotals(place: {
  readonly print: Print;
  readonly table: Table;
  readonly section: LedgerSection;
  readonly totals: LedgerTotals;
  readonly y: number;
}): number {
  const { print, table, section, totals } = place;
  let y = place.y;
  print.rule(print.left, y - RULE.thin, print.width, RULE.heavy);
  y = table.row(
    {
      weight: 'carry',
      cells: [
        null,
        { text: `Totals of ${counted(totals.lines, 'line')}`, span: 4, face: 'bold' },
        null,
        null,
        null,
        bold(totals.in),
        bold(totals.out),
        null,
        bold(totals.given),
        bold(totals.wasted),
        bold(totals.held),
        bold(totals.handedOver),
        bold(totals.inProcess),
      ],
    },
    y,
  );
  y = table.row(
    balanceRow('Balance carried forward at the end of the period')(figure(totals.carriedForward)),
    y,
  );
  print.rule(print.left, y, print.width, RULE.heavy);
  y += 14;
  for (const runs of sentences(section, totals)) {
    y = print.paragraph(
      runs,
      { x: print.left, y, size: SIZE.text },
      { face: 'regular', width: print.width },
    );
    y += 2;
  }
  return y;
}

export function totalsHeight(print: Print, section: LedgerSection, totals: LedgerTotals): number {
  const setting = { face: 'regular', size: SIZE.text, width: print.width } as const;
  const rows = 2 * (SIZE.text * LEADING + 4) + 16;
  return sentences(section, totals).reduce(
    (height, runs) => height + print.set(runs, setting).length * SIZE.text * LEADING + 2,
    rows,
  );
}

function bold(quantity: Quantity): { text: string; face: 'bold' } {
  return { text: figure(quantity), face: 'bold' };
}

function sentences(section: LedgerSection, totals: LedgerTotals): readonly (readonly Run[])[] {
  const { unit } = section.item;
  const { drawn, given, wasted, held, handedOver, inProcess, custody } = totals;
  const opening = sum([section.broughtForward, totals.in]);
  const closing = sum([totals.carriedForward, totals.out]);
  return [
    sentence(
      'Balance',
      `${figure(section.broughtForward)} brought forward + ${figure(totals.in)} in = ${figure(totals.out)} out + ` +
        `${figure(totals.carriedForward)} carried forward ${unit}.`,
      opening === closing,
    ),
    sentence(
      'Draws',
      `${figure(drawn)} drawn = ${figure(given)} given + ${figure(wasted)} wasted + ${figure(held)} held + ` +
        `${figure(handedOver)} handed over + ${figure(inProcess)} in process ${unit}.`,
      drawn === sum([given, wasted, held, handedOver, inProcess]),
    ),
    [
      { text: 'In:  ', face: 'bold' },
      { text: kinds(section, totals.inByKind), face: 'regular' },
      { text: '   Out:  ', face: 'bold' },
      { text: kinds(section, totals.outByKind), face: 'regular' },
    ],
    [
      { text: 'Total in custody at the end:  ', face: 'bold' },
      {
        text:
          `${figure(totals.carriedForward)} on hand + ${figure(custody.inProcess)} in process + ` +
          `${figure(custody.held)} held = ${figure(custody.total)} ${unit}.`,
        face: 'regular',
      },
    ],
  ];
}

/** An identity that does not hold prints as loudly as the paper allows. */
function sentence(name: string, identity: string, holds: boolean): readonly Run[] {
  return [
    { text: `${name}:  `, face: 'bold' },
    { text: identity, face: 'regular' },
    holds ? { text: ' Agrees.', face: 'regular' } : { text: ' DOES NOT AGREE.', face: 'bold' },
  ];
}

function kinds({ item }: LedgerSection, totals: readonly KindTotal[]): string {
  if (totals.length === 0) return 'none.';
  const list = totals.map(
    ({ words, quantity }) =>
      `${words} ${figure(quantity)} ${item.unit} (${milligrams(massOf(quantity, item.strength))} mg)`,
  );
  return `${list.join(', ')}.`;
}
