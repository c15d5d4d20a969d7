import { COUNT_METHODS, COUNT_TYPES } from '../../src/domain/counting/count.js';
import { asId } from '../../src/domain/ids.js';
import type {
  CountFacts,
  CountOpenLine,
  CountSealedLine,
  InvestigatorsCount,
  PersonalField,
  SecondCount,
} from '../../src/domain/request.js';
import type { InvestigatorsSaid } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { lineOf } from './scenario-control-sentences.js';
import { Remarks } from './scenario-remarks.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { part, volume } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about counts: by one person, by two apart, and before investigators. */
export const COUNT_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^counts the (?<location>\S+?)(?<apart> apart)?(?: for the (?<type>\S+))?: (?<lines>.+)$/,
    says: (parts, saying) => ({ ...countOf(parts, saying), kind: 'count' }),
  },
  {
    form: /^recounts (?<count>.+?) in the (?<location>\S+?)(?<apart> apart)?: (?<lines>.+)$/,
    says: (parts, saying) => ({ ...countOf(parts, saying), kind: 'recount' }),
  },
];

function countOf(parts: Parts, saying: Saying): CountFacts {
  const { head, additions, stage } = saying;
  const { measuredBefore, begunAt, occurredAt, investigators } = additions;
  const at = measuredBefore === null ? stage.size : stage.thing(measuredBefore).line;
  const lines = splitAnd(part(parts, 'lines')).filter((line) => line !== 'nothing');
  const recounted = parts['count'];
  return {
    ...head,
    personal: investigators === null ? head.personal : [...head.personal, INVESTIGATORS],
    type: oneOf(COUNT_TYPES, parts['type'] ?? 'day'),
    location: asId(part(parts, 'location')),
    startedAt: begunAt ?? occurredAt,
    at,
    ...blocksOf(lines.map(own), at, stage),
    recounts: recounted === undefined ? null : lineOf(recounted, stage),
    second: parts['apart'] === undefined ? null : secondOf(lines, saying, at),
    investigators: investigators && foundBy(investigators, at, stage),
  };
}

const INVESTIGATORS: PersonalField = {
  field: 'investigators',
  value: 'Ann Field, badge 4711; Ben Stone, badge 4712',
  retention: 'case',
};

function blocksOf(lines: readonly string[], at: number, stage: Stage) {
  const of = (form: RegExp) => lines.filter((line) => form.test(line));
  return {
    sealed: of(/^\d+ sealed /).map((line) => sealedLine(line, stage)),
    quarantined: of(/^\d+ quarantined /).map((line) => sealedLine(line, stage)),
    open: of(/ at \S+ mL/).map((line) => openLine(line, at, stage)),
  };
}

/** "vial A at 9.300 mL (second 9.000 mL)" is the line of both; they found the same where nothing is said. */
const SECOND = / \(second (?<figure>\S+)(?: mL)?\)/;
const own = (line: string): string => line.replace(SECOND, '');
function seconds(line: string): string {
  const figure = SECOND.exec(line)?.groups?.['figure'];
  if (figure === undefined) return line;
  return own(line)
    .replace(/^\d+ (?=sealed|quarantined)/, `${figure} `)
    .replace(/ at \S+ mL/, ` at ${figure} mL`);
}

function secondOf(lines: readonly string[], { additions, stage }: Saying, at: number): SecondCount {
  const second = additions.cosigners.find(({ meaning }) => meaning === 'counted');
  const { sealed, quarantined, open } = blocksOf(lines.map(seconds), at, stage);
  const numberOf = ({ item, containers, first }: CountSealedLine) => ({ item, containers, first });
  return {
    counter: second?.person ?? stage.person('Sam Ito'),
    rounds: [...sealed, ...quarantined, ...open].some(({ recounted }) => recounted) ? 2 : 1,
    sealed: sealed.map(numberOf),
    quarantined: quarantined.map(numberOf),
    open: open.map(({ container, quantity, first, resolution }) => ({
      container,
      quantity,
      first,
      resolution,
    })),
  };
}

function foundBy(
  { agency, lines }: InvestigatorsSaid,
  at: number,
  stage: Stage,
): InvestigatorsCount {
  const { sealed, quarantined, open } = blocksOf(lines, at, stage);
  const numberOf = ({ item, containers }: CountSealedLine) => ({ item, containers });
  return {
    agency,
    sealed: sealed.map(numberOf),
    quarantined: quarantined.map(numberOf),
    open: open.map(({ container, quantity }) => ({ container, quantity })),
  };
}

/** "3 sealed ketamine 50 (first 4)" */
export function sealedLine(text: string, stage: Stage): CountSealedLine {
  const remarks = new Remarks(text);
  const { number = '', product = '' } = remarks.match(
    /^(?<number>\d+) (?:sealed|quarantined) (?<product>.+)$/,
  );
  const first = remarks.take(/^first (\d+)$/);
  const again = remarks.has('counted twice');
  return remarks.done({
    item: stage.item(product),
    containers: Number(number),
    first: Number(first ?? number),
    recounted: again || first !== undefined,
  });
}

/** "vial A at 9.300 mL (first 9.000 mL, weighed, to 0.05 mL)" */
export function openLine(text: string, at: number, stage: Stage): CountOpenLine {
  const remarks = new Remarks(text);
  const { container = '', amount = '' } = remarks.match(/^(?<container>.+) at (?<amount>\S+) mL$/);
  const first = remarks.take(/^first (\S+) mL$/);
  const again = remarks.has('counted twice');
  const method = COUNT_METHODS.find((each) => remarks.has(each)) ?? 'measured';
  return remarks.done({
    container: stage.container(container),
    quantity: volume(amount),
    first: volume(first ?? amount),
    recounted: again || first !== undefined,
    method,
    resolution: volume(remarks.take(/^to (\S+) mL$/) ?? '0.100'),
    at,
  });
}
