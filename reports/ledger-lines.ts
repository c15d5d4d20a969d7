import type { Zone } from '../src/domain/measures/instant.js';
import type { BaseUnit } from '../src/domain/measures/quantity.js';
import type { CountedLine, CountMemo, Disposition, LedgerLine } from './ledger-rows.js';
import type { LineFacts } from './head.js';
import type { Block, Cell, Row } from './table.js';
import type { Run } from './typeset.js';
import {
  containerWords,
  figure,
  LINE_WORDS,
  lineNumber,
  milligrams,
  remarks,
  signed,
  warnings,
  when,
  whole,
  witnessWords,
} from './words.js';

/** A draw keeps its dispositions with it. */
export function ledgerBlock(line: LedgerLine, zone: Zone, unit: BaseUnit): Block {
  const rows = [line.memo === null ? lineRow(line, zone) : memoRow(line, line.memo, zone, unit)];
  for (const disposition of line.dispositions) rows.push(dispositionRow(disposition, line, zone));
  return { rows, carry: figure(line.onHand) };
}

function lineRow(line: LedgerLine, zone: Zone): Row {
  const { date, time } = when(line.occurredAt, zone);
  return {
    weight: 'line',
    cells: [
      lineNumber(line.sequence),
      `${date}\n${time}`,
      LINE_WORDS[line.kind],
      containerRuns(line),
      partyText(line),
      figure(line.in),
      figure(line.out),
      figure(line.onHand),
      ...dispositionFigures(line),
      figure(line.inProcess === 0n ? null : line.inProcess),
      milligrams(line.mass),
      line.performedBy,
      witnessRuns(line),
      remarkRuns(line, zone),
    ],
  };
}

function dispositionRow(disposition: Disposition, draw: LedgerLine, zone: Zone): Row {
  const { date, time } = when(disposition.occurredAt, zone);
  const isSameDay = date === when(draw.occurredAt, zone).date;
  return {
    weight: 'under',
    cells: [
      { text: lineNumber(disposition.sequence), face: 'regular' },
      isSameDay ? time : `${date}\n${time}`,
      { text: LINE_WORDS[disposition.kind], indent: 6 },
      null,
      disposition.detail,
      null,
      null,
      null,
      ...dispositionFigures(disposition),
      null,
      milligrams(disposition.mass),
      disposition.performedBy,
      witnessRuns(disposition),
      remarkRuns(disposition, zone),
    ],
  };
}

/** A count asserts: it prints across the columns that its line leaves empty. */
function memoRow(line: LedgerLine, memo: CountMemo, zone: Zone, unit: BaseUnit): Row {
  const { date, time } = when(line.occurredAt, zone);
  return {
    weight: 'line',
    cells: [
      lineNumber(line.sequence),
      `${date}\n${time}`,
      LINE_WORDS[line.kind],
      { text: memoWords(memo, unit), span: 11 },
      ...Array.from({ length: 10 }, () => null),
      line.performedBy,
      witnessRuns(line),
      remarkRuns(line, zone),
    ],
  };
}

/** "Safe: counted 126.400 mL, book 126.500 mL, difference −0.100. Sealed 12, book 12. 41-3 measured 6.400, book 6.500 ..." */
export function memoWords(memo: CountMemo, unit: BaseUnit): string {
  const parts = [
    `${capital(memo.places.join(', '))}: counted ${figure(memo.counted)} ${unit}, book ${figure(memo.book)} ${unit}, difference ${signed(memo.difference)}.`,
    ...memo.lines.map(countedWords),
  ];
  return parts.join(' ');
}

function countedWords(line: CountedLine): string {
  const also = line.others.map((words) => `, ${words}`).join('');
  const opened = `${also}${line.caseId === null ? '' : `, case ${line.caseId}`}`;
  if (line.block !== 'open') {
    const name = line.block === 'sealed' ? 'Sealed' : 'Quarantined';
    return `${name} ${whole(line.counted)}, book ${whole(line.book)}${opened}.`;
  }
  const envelope = `explained from ${figure(line.low)} to ${figure(line.high)}`;
  return `${line.container} ${line.method} ${figure(line.counted)}, book ${figure(line.book)}, ${envelope}${opened}.`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function dispositionFigures(
  line: Pick<Disposition, 'given' | 'wasted' | 'held' | 'handedOver'>,
): readonly string[] {
  return [line.given, line.wasted, line.held, line.handedOver].map(figure);
}

function containerRuns(line: LedgerLine): readonly Run[] {
  const { labels, lots } = containerWords(line.containers);
  if (labels === '') return [];
  return [
    { text: `${labels}\n`, face: 'code' },
    { text: lots, face: 'code' },
  ];
}

function partyText(line: LedgerLine): string {
  return [line.party, line.detail].filter((part) => part !== null).join('\n');
}

export function witnessRuns(line: Pick<LineFacts, 'witness'>): Cell {
  const { initials, letter, at } = witnessWords(line.witness);
  const runs: Run[] = [
    { text: initials, face: line.witness.state === 'unwitnessed' ? 'bold' : 'regular' },
  ];
  if (letter !== '') runs.push({ text: ` ${letter}`, face: 'regular' });
  if (at !== '') runs.push({ text: `\n${at}`, face: 'bold' });
  return { text: runs };
}

export function remarkRuns(line: LineFacts, zone: Zone): Cell {
  const bold = warnings(line);
  const calm = remarks(line, zone);
  const runs: Run[] = [];
  if (bold !== '') runs.push({ text: calm === '' ? bold : `${bold}. `, face: 'bold' });
  if (calm !== '') runs.push({ text: calm, face: 'regular' });
  return { text: runs };
}

/** A row that holds a balance and nothing else. */
export function balanceRow(words: string): (balance: string) => Row {
  return (balance) => ({
    weight: 'carry',
    cells: [null, { text: words, span: 6, face: 'bold' }, null, null, null, null, null, balance],
  });
}
