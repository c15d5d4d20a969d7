import { DESTRUCTION_METHODS } from '../../src/domain/stock/departure.js';
import type { DepartingLine } from '../../src/domain/stock/departure.js';
import { COUNT_METHODS } from '../../src/domain/counting/count.js';
import { asId } from '../../src/domain/ids.js';
import type { SampleRequest } from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { Remarks } from './scenario-remarks.js';
import type { SentenceForm } from './scenario-sentences.js';
import { mass, part, volume } from './scenario-stage.js';
import type { Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

const UNKNOWN_LINE = 999;

/** Sentences about stock that moves or leaves, and about the balance. */
export const DEPARTURE_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^moves (?<containers>.+) to the (?<to>\S+)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'move',
      containers: splitAnd(part(parts, 'containers')).map((name) => stage.container(name)),
      to: asId(part(parts, 'to')),
    }),
  },
  {
    form: /^destroys (?<lines>.+?)(?: by (?<method>[a-z ]+))?$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'disposal',
      way: 'destroyed-on-site',
      lines: linesOf(part(parts, 'lines'), stage),
      method:
        parts['method'] === undefined
          ? null
          : oneOf(DESTRUCTION_METHODS, hyphened(part(parts, 'method'))),
      recipient: null,
      manifest: null,
      file: null,
    }),
  },
  {
    form: /^hands (?<lines>.+) over to (?<recipient>.+?)(?: on manifest (?<manifest>\S+))?$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'disposal',
      way: 'reverse-distributor',
      lines: linesOf(part(parts, 'lines'), stage),
      method: null,
      recipient: stage.supplier(part(parts, 'recipient')),
      manifest: parts['manifest'] ?? null,
      file: null,
    }),
  },
  {
    form: /^takes (?<containers>.+) of (?<line>(?:unknown )?\S+ ?\d*) back into the (?<location>\S+) as (?<why>refused|undeliverable|other)$/,
    says: (parts, { head, stage }) => {
      const name = part(parts, 'line');
      return {
        ...head,
        kind: 'disposal-returned',
        line: name.startsWith('unknown ') ? UNKNOWN_LINE : stage.thing(name).line,
        containers: splitAnd(part(parts, 'containers')).map((each) => stage.container(each)),
        location: asId(part(parts, 'location')),
        why: oneOf(['refused', 'undeliverable', 'other'], part(parts, 'why')),
      };
    },
  },
  {
    form: /^returns (?<lines>.+) to (?<supplier>.+?) as a (?<why>recall|return)(?: under (?<number>\S+))?$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'return-to-supplier',
      supplier: stage.supplier(part(parts, 'supplier')),
      lines: linesOf(part(parts, 'lines'), stage),
      why: oneOf(['recall', 'return'], part(parts, 'why')),
      authorisation: parts['number'] ?? null,
      file: null,
    }),
  },
  {
    form: /^(?<way>gives up|sends) (?<what>.+) to the (?<taker>.+?)(?: against receipt (?<receipt>\S+))?$/,
    says: (parts, { head, stage }) => {
      const names = splitAnd(part(parts, 'what'));
      const isDrawn = (text: string): boolean => / mL of /.test(text);
      return {
        ...head,
        kind: 'sample',
        by: part(parts, 'way') === 'sends' ? 'assay' : 'authority',
        taker: part(parts, 'taker'),
        receipt: parts['receipt'] ?? null,
        lines: names.filter((text) => !isDrawn(text)).map((text) => lineOf(text, stage)),
        drawn: names.filter(isDrawn).map((text) => drawnOf(text, stage)),
        file: null,
      };
    },
  },
  {
    form: /^records that the laboratory found (?<found>\S+) mg of (?<expected>\S+) mg in (?<source>.+) of (?<line>\S+ \S+)$/,
    says: async (parts, { head, stage }) => {
      const source = part(parts, 'source');
      const isDraw = source.includes('draw');
      const what = stage.thing(part(parts, 'line'));
      return {
        ...head,
        kind: 'assay',
        line: what.line,
        draw: isDraw ? stage.draw(source) : null,
        container: isDraw ? null : stage.container(source),
        laboratory: 'Lake Laboratory',
        reference: 'L-1',
        expected: mass(part(parts, 'expected')),
        found: mass(part(parts, 'found')),
        file: await stage.file('report L-1'),
      };
    },
  },
  {
    form: /^weighs (?<container>.+) at (?<gross>\d+) mg \(tare (?<tare>\d+) mg, density (?<density>\d+) mg\/mL, to (?<uncertainty>\d+) mg\)$/,
    says: (parts, { head, stage }) => ({
      ...head,
      kind: 'weighing',
      container: stage.container(part(parts, 'container')),
      gross: Number(part(parts, 'gross')),
      tare: Number(part(parts, 'tare')),
      density: Number(part(parts, 'density')),
      grossUncertainty: Number(part(parts, 'uncertainty')),
      tareUncertainty: Number(part(parts, 'uncertainty')),
      densityUncertainty: 5,
    }),
  },
];

const linesOf = (text: string, stage: Stage): readonly DepartingLine[] =>
  splitAnd(text).map((each) => lineOf(each, stage));

/** "vial A" as it is, or "vial B at 3.200 mL (weighed, to 0.05 mL)" as it was measured */
function lineOf(text: string, stage: Stage): DepartingLine {
  const remarks = new Remarks(text);
  const { container = '', amount } = remarks.match(/^(?<container>.+?)(?: at (?<amount>\S+) mL)?$/);
  if (amount === undefined)
    return remarks.done({ container: stage.container(container), measured: null });
  const method = COUNT_METHODS.find((each) => remarks.has(each)) ?? 'measured';
  return remarks.done({
    container: stage.container(container),
    measured: {
      quantity: volume(amount),
      method,
      resolution: volume(remarks.take(/^to (\S+) mL$/) ?? '0.050'),
    },
  });
}

/** "0.200 mL of vial A" */
function drawnOf(text: string, stage: Stage): SampleRequest['drawn'][number] {
  const { amount = '', container = '' } = new Remarks(text).match(
    /^(?<amount>\S+) mL of (?<container>.+)$/,
  );
  return { container: stage.container(container), quantity: volume(amount) };
}
