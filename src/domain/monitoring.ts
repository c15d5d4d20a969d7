/**
 * Differences that are inside every tolerance, watched as they add up (R79). A count or close-out that the container
 * explains by itself opens no discrepancy, and somebody who takes a little each time stays inside it for ever. So what goes
 * missing from one measure of a container to the next is added up by cumulative sums (Page's CUSUM): for the container, for
 * everyone who drew in between, and for the month.
 *
 * The unit is what one draw adds to the container's envelope: the dead space that the site's policy allows for it. In each
 * interval the expected shortage is taken off (draws x the site's own middle shortage per draw, and for the first measure of
 * a container its middle overfill), then the reference value for each draw; below nothing the sum starts anew. Where a sum
 * passes its limit it names its subject and the lines that add up to it.
 *
 * People who always draw from the same containers go missing together. So the one whose sum stands out most is named
 * first, the share that their draws explain is taken off, and only who stands out still is named as well.
 *
 * A signal is a question to ask, never a finding. Not handled: containers that nobody measures between opening and end
 * have one interval only; sealed containers, where every difference is a discrepancy.
 */
import type { ContainerId, PersonId } from './ids.js';
import { quantity } from './quantity.js';
import type { Quantity } from './quantity.js';

/** The numbers by which a sum grows and signals. Published with every answer. */
export interface MonitoringParameters {
  /** Reference value: hundredths of a unit that each draw may add without growing the sum. */
  readonly referencePercent: number;
  /** Decision limits, in units. */
  readonly limits: Readonly<Record<Scope, number>>;
  /** From so many intervals on, the site's own middle values stand in for the middle of the envelope. */
  readonly ownMiddleFrom: number;
}
export const MONITORING: MonitoringParameters = {
  referencePercent: 25,
  limits: { person: 20, container: 14, month: 40 },
  ownMiddleFrom: 20,
};

export type Scope = 'person' | 'container' | 'month';

/** What went missing of one container between two measures of it. */
export interface Interval {
  readonly container: ContainerId;
  /** Line of the measure at its end. */
  readonly line: number;
  /** "2026-03". */
  readonly month: string;
  /** Positive is missing. What a case settled as unexplained meanwhile is part of it. */
  readonly short: Quantity;
  /** Whether no measure came before: then the overfill of the container shows here. */
  readonly isFirst: boolean;
  /** Draws between the two measures, by person. */
  readonly draws: ReadonlyMap<PersonId, number>;
  /** What one draw may leave in hub and syringe: the unit. */
  readonly deadSpace: Quantity;
  readonly overfillAllowance: Quantity;
}

/** One line that adds up to a signal. */
export interface SignalLine {
  readonly line: number;
  readonly container: ContainerId;
  readonly short: Quantity;
  /** Draws in the interval: all, and those of the person who is named. */
  readonly draws: number;
  readonly own: number;
}

export interface Signal {
  readonly scope: Scope;
  /** A person's id, a container's id, or a month. */
  readonly subject: string;
  /** Highest sum, in hundredths of a unit, and the line at which it passed its limit. */
  readonly hundredths: number;
  readonly limit: number;
  readonly passedAt: number;
  /** From where the sum last was nothing to where it was highest. */
  readonly lines: readonly SignalLine[];
  /** What was short on those lines, beyond what was expected of them. */
  readonly beyondExpected: Quantity;
}

/** What the site shows as usual, in the middle of all its intervals. */
export interface Middle {
  readonly shortPerDraw: Quantity;
  readonly overfill: Quantity;
  readonly isOwn: boolean;
}

export interface Monitoring {
  readonly parameters: MonitoringParameters;
  readonly middle: Middle;
  readonly intervals: number;
  readonly signals: readonly Signal[];
}

/** Adds up intervals, which come in the order of their lines. */
export function monitor(
  intervals: readonly Interval[],
  parameters: MonitoringParameters = MONITORING,
): Monitoring {
  const middle = middleOf(intervals, parameters);
  const excess = intervals.map((interval) => excessOf(interval, middle));
  const watch: Watch = { intervals, excess, parameters };
  return {
    parameters,
    middle,
    intervals: intervals.length,
    signals: [
      ...persons(watch),
      ...grouped(watch, 'container', ({ container }) => container),
      ...grouped(watch, 'month', ({ month }) => month),
    ],
  };
}

interface Watch {
  readonly intervals: readonly Interval[];
  /** Microlitres beyond what was expected of each interval. */
  readonly excess: readonly bigint[];
  readonly parameters: MonitoringParameters;
}

const drawsIn = ({ draws }: Interval): number =>
  [...draws.values()].reduce((total, each) => total + each, 0);

/** The middle of the envelope at first; the site's own medians once there are enough, so that its devices count. */
function middleOf(intervals: readonly Interval[], { ownMiddleFrom }: MonitoringParameters): Middle {
  const later = intervals.filter((each) => !each.isFirst && drawsIn(each) > 0);
  const first = intervals.filter(({ isFirst }) => isFirst);
  const [sample] = intervals;
  const deadSpace = sample?.deadSpace ?? quantity(0);
  const isOwn = later.length >= ownMiddleFrom && first.length >= ownMiddleFrom;
  const half = deadSpace / 2n;
  const perDraw = isOwn
    ? within(median(later.map((each) => each.short / BigInt(drawsIn(each)))), 0n, deadSpace)
    : half;
  const allowance = sample?.overfillAllowance ?? quantity(0);
  const overfill = isOwn
    ? within(median(first.map((each) => perDraw * BigInt(drawsIn(each)) - each.short)), 0n, allowance)
    : allowance / 2n;
  return { shortPerDraw: quantity(perDraw), overfill: quantity(overfill), isOwn };
}

function excessOf(interval: Interval, { shortPerDraw, overfill }: Middle): bigint {
  const expected = shortPerDraw * BigInt(drawsIn(interval)) - (interval.isFirst ? overfill : 0n);
  return interval.short - expected;
}

/** One cumulative sum over the intervals of a subject; undefined while it stays below its limit. */
function summed(
  watch: Watch,
  of: { readonly scope: Scope; readonly subject: string; readonly indexes: readonly number[] },
  ownDraws: (interval: Interval) => number,
): Signal | undefined {
  const { intervals, excess, parameters } = watch;
  const limit = parameters.limits[of.scope];
  let [sum, highest, from, passedAt] = [0n, 0n, 0, -1];
  let best: readonly number[] = [];
  for (const [position, index] of of.indexes.entries()) {
    const interval = intervals[index];
    if (interval === undefined || interval.deadSpace <= 0n) continue;
    const slack =
      (interval.deadSpace * BigInt(parameters.referencePercent * ownDraws(interval))) / 100n;
    // In hundredths of the unit, so that containers of different policies add up.
    sum += (((excess[index] ?? 0n) - slack) * 100n) / interval.deadSpace;
    if (sum <= 0n) {
      sum = 0n;
      from = position + 1;
    }
    if (sum > BigInt(limit * 100) && passedAt < 0) passedAt = interval.line;
    if (sum > highest) {
      highest = sum;
      best = of.indexes.slice(from, position + 1);
    }
  }
  if (passedAt < 0) return undefined;
  const lines = best.flatMap((index): readonly SignalLine[] => {
    const interval = intervals[index];
    if (interval === undefined) return [];
    const { line, container, short } = interval;
    return [{ line, container, short, draws: drawsIn(interval), own: ownDraws(interval) }];
  });
  const beyond = best.reduce((total, index) => total + (excess[index] ?? 0n), 0n);
  const { scope, subject } = of;
  const hundredths = Number(highest);
  return { scope, subject, hundredths, limit, passedAt, lines, beyondExpected: quantity(beyond) };
}

function grouped(
  watch: Watch,
  scope: 'container' | 'month',
  subjectOf: (interval: Interval) => string,
): readonly Signal[] {
  const groups = new Map<string, number[]>();
  for (const [index, interval] of watch.intervals.entries()) {
    const subject = subjectOf(interval);
    groups.set(subject, [...(groups.get(subject) ?? []), index]);
  }
  return [...groups].flatMap(([subject, indexes]) => {
    const signal = summed(watch, { scope, subject, indexes }, drawsIn);
    return signal === undefined ? [] : [signal];
  });
}

/** A site has fewer people than this. */
const MOST_NAMED = 100;

/** Who stands out most is named, and what their draws explain is taken off before the next is looked for. */
function persons(watch: Watch): readonly Signal[] {
  const everyone = new Set(watch.intervals.flatMap(({ draws }) => [...draws.keys()]));
  const named: Signal[] = [];
  let excess = watch.excess;
  while (named.length < MOST_NAMED) {
    const left: Watch = { ...watch, excess };
    const signals = [...everyone]
      .filter((person) => named.every(({ subject }) => subject !== person))
      .flatMap((person) => personSignal(left, person) ?? []);
    const [first] = signals.sort((a, b) => b.hundredths - a.hundredths);
    if (first === undefined) return named;
    named.push(first);
    excess = withoutShareOf(left, first.subject);
  }
  return named;
}

function personSignal(watch: Watch, person: PersonId): Signal | undefined {
  const own = ({ draws }: Interval): number => draws.get(person) ?? 0;
  const indexes = [...watch.intervals.keys()].filter((index) => {
    const interval = watch.intervals[index];
    return interval !== undefined && own(interval) > 0;
  });
  return summed(watch, { scope: 'person', subject: person, indexes }, own);
}

/** Takes off each interval what the person's draws explain at the same rate everywhere: least squares through nothing. */
function withoutShareOf({ intervals, excess }: Watch, person: string): readonly bigint[] {
  const own = intervals.map(({ draws }) => BigInt(draws.get(person as PersonId) ?? 0));
  const square = own.reduce((total, draws) => total + draws * draws, 0n);
  const product = own.reduce((total, draws, index) => total + draws * (excess[index] ?? 0n), 0n);
  if (square === 0n || product <= 0n) return excess;
  return excess.map((each, index) => each - ((own[index] ?? 0n) * product) / square);
}

function median(values: readonly bigint[]): bigint {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
}

const within = (value: bigint, low: bigint, high: bigint): bigint =>
  value < low ? low : value > high ? high : value;
