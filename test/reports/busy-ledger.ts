import { disposition, facts, line, PATIENTS, at, witnessed } from './clinic.js';
import type { LedgerLine } from '../../reports/ledger-rows.js';
import type { PrintedItem } from '../../reports/words.js';
import { massOf, quantity, subtract, sum, ZERO } from '../../src/domain/measures/quantity.js';
import type { Quantity } from '../../src/domain/measures/quantity.js';

/** Ten working days of one vial size: draws with remainders, everything that goes wrong once. */
export function busyLines(item: PrintedItem, before: Quantity, draws = 24): LedgerLine[] {
  const lines: LedgerLine[] = [];
  let onHand = before;
  let sequence = 1041;
  const move = (change: Quantity): Quantity => {
    onHand = sum([onHand, change]);
    return onHand;
  };
  const q = (thousandths: number): Quantity => quantity(thousandths);
  lines.push(
    line(facts(sequence++, at(2, '08:10'), { performedBy: 'PW', witness: witnessed('MO') }), {
      kind: 'receipt',
      containers: Array.from({ length: 20 }, (_, index) => ({
        label: `1041-${index + 1}`,
        lot: 'AB1O4Il7',
      })),
      party: 'McKesson Medical-Surgical, Inc.',
      detail: 'Invoice 88412, 2026-02-27; DEA RM0123456; 20 of 20 containers',
      in: q(200_000),
      onHand: move(q(200_000)),
      mass: massOf(q(200_000), item.strength),
    }),
  );
  for (let index = 0; index < draws; index += 1) {
    const day = dayOf(index);
    const out = q(700 + ((index * 37) % 9) * 50);
    const waste = q(index % 3 === 0 ? 0 : 50 + (index % 4) * 25);
    const given = subtract(out, waste);
    const drawSequence = sequence++;
    const patient = PATIENTS[index % PATIENTS.length] ?? '';
    const hour = String(9 + (index % 3) * 2).padStart(2, '0');
    const isOpen = index === 20;
    const dispositions = [
      disposition(
        facts(sequence++, at(day, `${hour}:5${index % 10}`), {
          performedBy: index % 2 === 0 ? 'MO' : 'TA',
        }),
        {
          detail: index === 7 ? 'Stopped early: 62 of 100 mL infused' : 'Completed',
          given,
          mass: massOf(given, item.strength),
        },
      ),
    ];
    if (waste > 0n) {
      const isAlone = index === 10;
      dispositions.push(
        disposition(
          facts(sequence++, at(day, `${hour}:58`), {
            witness: isAlone
              ? {
                  state: 'countersigned',
                  initials: 'JK',
                  method: 'password',
                  line: drawSequence + 9,
                }
              : index === 13
                ? { state: 'unwitnessed' }
                : witnessed('JK'),
            remark: isAlone ? 'Alone on site after 18:00.' : null,
          }),
          {
            kind: index === 17 ? 'hold' : 'waste',
            detail: index === 17 ? 'Bag 0099-17, narcotic safe' : 'Dose remainder, drug destroyer',
            wasted: index === 17 ? null : waste,
            held: index === 17 ? waste : null,
            mass: massOf(waste, item.strength),
          },
        ),
      );
    }
    lines.push(
      line(
        facts(drawSequence, at(day, `${hour}:12`), {
          performedBy: index % 2 === 0 ? 'MO' : 'TA',
          isLate: index === 4,
          recordedAt: index === 4 ? at(day, '18:31') : at(day, `${hour}:12`),
          flags: index === 9 ? ['draw.past-beyond-use'] : [],
          correctedBy: index === 11 ? drawSequence + 4 : null,
          remark:
            index === 4
              ? 'Network down from 14:00; written on paper sheet D-7, line 3.'
              : index === 9
                ? 'Emergency at chairside; vial 1041-3 was 40 minutes past 28 days. Pharmacist told.'
                : null,
        }),
        {
          containers: [{ label: `1041-${1 + Math.floor(index / 6)}`, lot: 'AB1O4Il7' }],
          party: patient,
          detail: `Order ${drawSequence - 1}: ${35 + (index % 4) * 5} mg, 0.5 mg/kg IV`,
          out,
          onHand: move(q(-Number(out))),
          mass: massOf(out, item.strength),
          inProcess: isOpen ? out : ZERO,
          dispositions: isOpen ? [] : dispositions,
        },
      ),
    );
    if (index === 11) {
      sequence = drawSequence + 4;
      lines.push(
        line(
          facts(sequence, at(day, `${hour}:12`), {
            recordedAt: at(day, '17:02'),
            isLate: true,
            corrects: drawSequence,
            remark:
              'Draw entered as 0.900, syringe held 0.800. Reversed and replaced below. Approved PW.',
            performedBy: 'TA',
            witness: witnessed('PW'),
          }),
          {
            kind: 'correction',
            containers: [{ label: '1041-2', lot: 'AB1O4Il7' }],
            party: patient,
            out: q(-Number(out)),
            onHand: move(out),
            mass: massOf(q(-Number(out)), item.strength),
          },
        ),
        line(
          facts(sequence++, at(day, `${hour}:12`), {
            recordedAt: at(day, '17:02'),
            corrects: drawSequence,
            remark: 'Draw as it should have been entered.',
            performedBy: 'TA',
            witness: witnessed('PW'),
          }),
          {
            kind: 'correction',
            containers: [{ label: '1041-2', lot: 'AB1O4Il7' }],
            party: patient,
            out,
            onHand: move(q(-Number(out))),
            mass: massOf(out, item.strength),
          },
        ),
      );
    }
    if (index % 6 === 5) lines.push(...closeDay(item, index, sequence, move));
    if (index % 6 === 5) sequence += 2;
  }
  return lines;
}

/** Three draws a day; a weekend after the fifth day. Long samples begin the month again. */
function dayOf(index: number): number {
  return 2 + ((Math.floor(index / 3) + (index > 15 ? 2 : 0)) % 28);
}

function closeDay(
  item: PrintedItem,
  index: number,
  sequence: number,
  move: (change: Quantity) => Quantity,
): LedgerLine[] {
  const day = dayOf(index) + 1;
  const vial = 1 + Math.floor(index / 6);
  const label = `1041-${vial}`;
  const residue = quantity(140 + vial * 15);
  const onHand = move(quantity(-Number(residue)));
  return [
    line(
      facts(sequence, at(day, '17:40'), {
        witness: witnessed('PW'),
        remark: `Empty after 6 draws; hub (dead-space) loss ${vial === 2 ? 'and overfill ' : ''}within range.`,
      }),
      {
        kind: 'close-out',
        containers: [{ label, lot: 'AB1O4Il7' }],
        detail: null,
        out: residue,
        onHand,
        mass: massOf(residue, item.strength),
      },
    ),
    line(facts(sequence + 1, at(day, '17:55'), { performedBy: 'JK', witness: witnessed('PW') }), {
      kind: 'count',
      onHand,
      memo: {
        counted: subtract(onHand, quantity(100)),
        book: onHand,
        difference: quantity(-100),
        places: ['safe'],
        lines: [
          { block: 'sealed', counted: 20 - vial, book: 20 - vial, caseId: null, others: [] },
          {
            block: 'open',
            container: `1041-${vial + 1}`,
            method: 'measured',
            counted: quantity(6400),
            book: quantity(6500),
            low: quantity(6100),
            high: quantity(7050),
            others: [],
            caseId: vial === 3 ? '1099-1' : null,
          },
        ],
      },
    }),
  ];
}
