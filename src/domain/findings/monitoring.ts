/**
 * Differences that are inside every tolerance, watched as they add up (R79). A count or close-out that the container
 * explains by itself opens no discrepancy, and somebody who takes a little each time stays inside it for ever. So what goes
 * missing from one measure of a container to the next is added up by cumulative sums (Page's CUSUM): for the container, for
 * everyone who drew in between, and for the month.
 *
 * The unit is what one draw adds to the container's envelope: the dead space that the site's policy allows for it. What is
 * expected of an interval is taken off: a usual shortage for each draw, and for the first measure of a container its usual
 * overfill; then the reference value for each draw. Below nothing a sum starts anew. Where it passes its limit it names its
 * subject and the lines that add up to it.
 *
 * People who draw from the same containers go missing together, so each person's sum first takes off what the others leave
 * at their own rate: the rates that fit all intervals best (`fittedRates`). The usual shortage is that of the most careful
 * person, and never above the middle of the envelope.
 *
 * A signal is a question to ask, never a finding. Not handled: containers that nobody measures between opening and end
 * have one interval only; sealed containers, where every difference is a discrepancy.
 */
import type { ContainerId, PersonId } from '../ids.js';
import { fittedRates } from './fitted-rates.js';
import type { Rates } from './fitted-rates.js';
import type { Interval } from './interval.js';
import { quantity, ZERO } from '../measures/quantity.js';
import type { Quantity } from '../measures/quantity.js';

/** The numbers by which a sum grows and signals. Published with every answer. */
export interface MonitoringParameters {
  /** Reference value: hundredths of a unit that each draw may add without growing the sum. */
  readonly referencePercent: number;
  /** Decision limits, in units. */
  readonly limits: Readonly<Record<Scope, number>>;
}
export const MONITORING: MonitoringParameters = {
  referencePercent: 25,
  limits: { person: 30, container: 14, month: 40 },
};

export type Scope = 'person' | 'container' | 'month';

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

/** How a sum went, interval by interval; what a plot shows beside its limit. */
export interface Course {
  readonly scope: Scope;
  readonly subject: string;
  readonly limit: number;
  /** The sum after each line, in hundredths of a unit. */
  readonly points: readonly { readonly line: number; readonly hundredths: number }[];
}

export interface Monitoring {
  readonly parameters: MonitoringParameters;
  /** What a draw usually leaves, and a container usually holds above its label, at this site. */
  readonly usual: { readonly shortPerDraw: Quantity; readonly overfill: Quantity };
  readonly intervals: number;
  readonly signals: readonly Signal[];
  /** Of people and months; a container has too few intervals for a course. */
  readonly courses: readonly Course[];
}

/** Adds up intervals, which come in the order of their lines. */
export function monitor(
  intervals: readonly Interval[],
  parameters: MonitoringParameters = MONITORING,
): Monitoring {
  const rates = fittedRates(intervals);
  const middle = (intervals[0]?.deadSpace ?? ZERO) / 2n;
  const usual = [...rates.shortPerDraw.values()].reduce(
    (least, rate) => (rate < least ? rate : least),
    middle,
  );
  const fitted: Fitted = { ...rates, usual: usual < 0n ? 0n : usual };
  const watch: Watch = {
    intervals,
    excess: intervals.map((interval) => excessOf(interval, fitted, () => fitted.usual)),
    parameters,
  };
  const [people, containers, months] = [
    persons(watch, fitted),
    grouped(watch, 'container', ({ container }) => container),
    grouped(watch, 'month', ({ month }) => month),
  ];
  return {
    parameters,
    usual: { shortPerDraw: quantity(fitted.usual), overfill: quantity(fitted.overfill) },
    intervals: intervals.length,
    signals: [...people, ...containers, ...months].flatMap(({ signal }) => signal ?? []),
    courses: [...people, ...months].map(({ course }) => course),
  };
}

interface Fitted extends Rates {
  readonly usual: bigint;
}

interface Watch {
  readonly intervals: readonly Interval[];
  /** Microlitres beyond what was expected of each interval. */
  readonly excess: readonly bigint[];
  readonly parameters: MonitoringParameters;
}

const drawsIn = ({ draws }: Interval): number =>
  [...draws.values()].reduce((total, each) => total + each, 0);

/** What is short beyond what is expected, where each person's draws leave a rate. */
function excessOf(
  { short, isFirst, draws }: Interval,
  { overfill }: Rates,
  rateOf: (person: PersonId) => bigint,
): bigint {
  let expected = isFirst ? 0n - overfill : 0n;
  for (const [person, number] of draws) expected += rateOf(person) * BigInt(number);
  return short - expected;
}

/** A cumulative sum, and what it signals if it passed its limit. */
interface Sum {
  readonly course: Course;
  readonly signal: Signal | undefined;
}

/** One cumulative sum over the intervals of a subject. */
function summed(
  watch: Watch,
  of: { readonly scope: Scope; readonly subject: string; readonly indexes: readonly number[] },
  ownDraws: (interval: Interval) => number,
): Sum {
  const { intervals, excess, parameters } = watch;
  const { scope, subject } = of;
  const limit = parameters.limits[scope];
  const points: { readonly line: number; readonly hundredths: number }[] = [];
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
    points.push({ line: interval.line, hundredths: Number(sum) });
  }
  const course: Course = { scope, subject, limit, points };
  if (passedAt < 0) return { course, signal: undefined };
  const lines = best.flatMap((index): readonly SignalLine[] => {
    const interval = intervals[index];
    if (interval === undefined) return [];
    const { line, container, short } = interval;
    return [{ line, container, short, draws: drawsIn(interval), own: ownDraws(interval) }];
  });
  const beyond = best.reduce((total, index) => total + (excess[index] ?? 0n), 0n);
  const hundredths = Number(highest);
  const beyondExpected = quantity(beyond);
  return { course, signal: { scope, subject, hundredths, limit, passedAt, lines, beyondExpected } };
}

function grouped(
  watch: Watch,
  scope: 'container' | 'month',
  subjectOf: (interval: Interval) => string,
): readonly Sum[] {
  const groups = new Map<string, number[]>();
  for (const [index, interval] of watch.intervals.entries()) {
    const subject = subjectOf(interval);
    groups.set(subject, [...(groups.get(subject) ?? []), index]);
  }
  return [...groups].map(([subject, indexes]) =>
    summed(watch, { scope, subject, indexes }, drawsIn),
  );
}

/** Each person against what their own draws should leave, with the others at the rate that is theirs. */
function persons(watch: Watch, fitted: Fitted): readonly Sum[] {
  return [...fitted.shortPerDraw.keys()].map((person) => {
    const rateOf = (each: PersonId): bigint =>
      each === person ? fitted.usual : (fitted.shortPerDraw.get(each) ?? fitted.usual);
    const excess = watch.intervals.map((interval) => excessOf(interval, fitted, rateOf));
    const own = ({ draws }: Interval): number => draws.get(person) ?? 0;
    const indexes = [...watch.intervals.entries()].flatMap(([index, interval]) =>
      own(interval) > 0 ? [index] : [],
    );
    const of = { scope: 'person', subject: person, indexes } as const;
    return summed({ ...watch, excess }, of, own);
  });
}
