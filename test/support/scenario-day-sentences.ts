import { EXCUSES } from '../../src/domain/days/day.js';
import type { Excused } from '../../src/domain/days/day.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import { asId } from '../../src/domain/ids.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { same } from './scenario-expectations.js';
import { Remarks } from './scenario-remarks.js';
import type { SentenceForm } from './scenario-sentences.js';
import { part } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about the end of the day and its review. */
export const DAY_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^closes the day (?<date>\S+?)(?: excusing (?<excused>.+))?$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'day-close',
      date: businessDate(part(parts, 'date')),
      excused: splitAnd(parts['excused'] ?? '')
        .filter((text) => text !== '')
        .map((text) => excused(text, stage)),
    }),
  },
  {
    form: /^reviews (?<from>.+?) to (?<to>.+?)(?: with (?<days>.+))?$/,
    says: (parts, { head, stage }) => {
      const to = lineNamed(part(parts, 'to'), stage);
      return {
        ...head,
        kind: 'review',
        from: lineNamed(part(parts, 'from'), stage),
        to,
        leaf: to < stage.size ? stage.leafOf(to) : asId(`${'A'.repeat(43)}=`),
        days: splitAnd(parts['days'] ?? '')
          .filter((text) => text !== '')
          .map((text) => businessDate(text)),
      };
    },
  },
];

const lineNamed = (name: string, stage: Stage): number => {
  const number = /^line (\d+)$/.exec(name)?.[1];
  return number === undefined ? stage.thing(name).line : Number(number);
};

/** "draw 1 (infusion running)", "waste 1 (witness not here today)" */
function excused(text: string, stage: Stage): Excused {
  const remarks = new Remarks(text);
  const { name = '' } = remarks.match(/^(?<name>.+)$/);
  const { kind, id, line } = stage.thing(name);
  const what = kind === 'draw' ? `in-process:${id}` : `line:${line}`;
  return remarks.done({ what, why: oneOf(EXCUSES, hyphened(remarks.need(/^(.+)$/))) });
}

/** "2026-03-02 is closed, reviewed, reopened by draw 3" */
export async function dayStands(parts: Parts, stage: Stage): Promise<void> {
  const date = part(parts, 'date');
  const day = await stage.driver.cell('day', date);
  const found =
    day === undefined
      ? 'open'
      : day.review !== null
        ? 'reviewed'
        : day.late.length > 0
          ? 'reopened'
          : 'closed';
  same(date, found, part(parts, 'status'));
}
