import { COUNT_TYPES } from '../../src/domain/counting/count.js';
import { asId } from '../../src/domain/ids.js';
import { wallTime } from '../../src/domain/measures/instant.js';
import type { Instant } from '../../src/domain/measures/instant.js';
import { businessDate } from '../../src/domain/measures/instant.js';
import type { Facts } from '../../src/domain/rejection.js';
import { additionsOf } from './scenario-additions.js';
import type { Additions } from './scenario-additions.js';
import { oneOf, readClinic } from './scenario-cast.js';
import type { Cast } from './scenario-cast.js';
import { checkThen } from './scenario-checks.js';
import type { DrivenEntry, ScenarioDriver } from './scenario-driver.js';
import { BY_THE_FORM, checkEntry, checkRefusal } from './scenario-expectations.js';
import { requestOf } from './scenario-sentences.js';
import { Stage } from './scenario-stage.js';
import { ScenarioError } from './scenario.js';
import type { ActText, Scenario } from './scenario.js';

/**
 * What a register made of a scenario, one text for each act: two drivers that play it alike return
 * the same. Ids of people, products, suppliers and patients are written as their names.
 */
export type Transcript = readonly string[];

/** Plays a scenario. @throws ScenarioError at the first step that is not understood or does not come true. */
export async function runScenario(scenario: Scenario, driver: ScenarioDriver): Promise<Transcript> {
  const cast = givenCast(scenario);
  const transcript: string[] = [];
  try {
    const opened = await driver.open(cast, openingOf(scenario, cast));
    const stage = new Stage(cast, opened, driver);
    for (const step of scenario.steps) {
      try {
        if (step.type === 'act') {
          await beginCounts(step.act, scenario, stage);
          transcript.push(await play(step.act, stage));
        }
        if (step.type === 'then') for (const check of step.checks) await checkThen(check, stage);
      } catch (error) {
        throw new ScenarioError(step.at, error instanceof Error ? error.message : String(error));
      }
    }
    await driver.check();
  } finally {
    await driver.close();
  }
  return transcript;
}

/** The ledger opens at midnight of the first day, clinic time. */
function openingOf(scenario: Scenario, cast: Cast): Instant {
  const first = scenario.steps.find((step) => step.type === 'act');
  if (first?.type !== 'act') throw new ScenarioError({ file: scenario.file, line: 1 }, 'no step');
  return new Stage(cast, NOBODY, NO_DRIVER).instant(first.act.date, '00:00');
}
const NOBODY = {
  ledger: '' as never,
  origin: '',
  verifierKey: '',
  people: new Map(),
  products: new Map(),
  suppliers: new Map(),
};
const NO_DRIVER = {} as ScenarioDriver;

/** The clinic, with what the scenario says is different in it. */
function givenCast(scenario: Scenario): Cast {
  let cast = readClinic();
  for (const step of scenario.steps) {
    if (step.type !== 'given') continue;
    const found = /^the registration of (?<whose>.+) expires on (?<day>\S+)$/.exec(step.text);
    if (found === null) throw new ScenarioError(step.at, `not understood: Given ${step.text}`);
    const [, whose = '', day = ''] = found;
    const registrationExpires = businessDate(day);
    if (whose === 'the site') cast = { ...cast, site: { ...cast.site, registrationExpires } };
    const suppliers = cast.suppliers.map(({ name, facts }) =>
      name === whose ? { name, facts: { ...facts, registrationExpires } } : { name, facts },
    );
    cast = { ...cast, suppliers };
  }
  return cast;
}

/** Counts that are "measured before" a line begin before it is submitted, and are told after it. */
async function beginCounts(next: ActText, scenario: Scenario, stage: Stage): Promise<void> {
  const { called, recordedAt } = additionsOf(next, stage);
  for (const step of scenario.steps) {
    if (step.type !== 'act') continue;
    const { measuredBefore, begunAt } = additionsOf(step.act, stage);
    if (measuredBefore === null || !called.includes(measuredBefore)) continue;
    const [, counter = '', location = '', type = 'day'] =
      /^(.+) counts the (\S+)(?: for the (\S+))?:/.exec(step.act.sentence) ?? [];
    await stage.driver.countBegins({
      performer: stage.person(counter),
      location: asId(location),
      type: oneOf(COUNT_TYPES, type),
      recounts: null,
      at: begunAt ?? recordedAt,
    });
  }
}

async function play(act: ActText, stage: Stage): Promise<string> {
  const additions = additionsOf(act, stage);
  const { performer, request } = await requestOf(act.sentence, additions, stage);
  const outcome = await stage.driver.submit({
    at: additions.recordedAt,
    performer: stage.person(performer),
    request,
    cosigners: additions.cosigners,
    transcriber: additions.transcriber,
  });
  const when = momentText(additions.recordedAt, stage);
  if (!outcome.accepted) {
    checkRefusal(outcome, act.expected, stage);
    const asked = `${when} ${request.kind} by ${performer} refused`;
    return act.expected.includes(BY_THE_FORM)
      ? `${asked} ${BY_THE_FORM}: ${act.expected.join(', ')}`
      : `${asked}: ${factsText(outcome, stage)}`;
  }
  stage.accepted(outcome.line, outcome.leaf);
  const entry = await stage.driver.entry(outcome.line);
  const original = request.kind === 'correction' ? request.original : outcome.line;
  nameThings(entry, additions, original, stage);
  if (entry.transcriber !== additions.transcriber)
    throw new Error(`written down by ${entry.transcriber ?? 'the performer'}`);
  await checkEntry(entry, act.expected, stage);
  return `${when} line ${entry.seq} ${entry.kind} by ${performer}: ${entryText(entry, stage)}`;
}

/** Gives the names of "called" and "labelled" to what the line is and makes. */
function nameThings(
  entry: DrivenEntry,
  { called, labels }: Additions,
  original: number,
  stage: Stage,
): void {
  const { seq: line, kind, effects } = entry;
  const made = (noun: 'container' | 'draw' | 'loss') =>
    effects.states.filter((state) => state.noun === noun).map(({ id }) => id);
  const name = (text: string, id: string): void => {
    stage.name(text, { line, leaf: stage.leafOf(line), kind, id, original });
  };
  const containers = made('container');
  if (labels.length > 0 && labels.length !== containers.length)
    throw new Error(`${labels.length} labels for ${containers.length} containers`);
  for (const [index, label] of labels.entries()) name(label, containers[index] ?? '');
  const ids = kind === 'draw' || kind === 'loss' ? made(kind) : [String(line)];
  if (called.length > ids.length) throw new Error(`one name too many: ${called.join(' and ')}`);
  for (const [index, text] of called.entries()) name(text, ids[index] ?? '');
}

function momentText(at: Instant, stage: Stage): string {
  const { date, time, offset } = wallTime(at, stage.cast.site.zone);
  return `${date} ${time.slice(0, 5)}${offset}`;
}

function factsText(
  refused: { readonly code: string; readonly facts: Facts },
  stage: Stage,
): string {
  const facts = Object.entries(refused.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  return aliased(`${refused.code} ${JSON.stringify(Object.fromEntries(facts))}`, stage);
}

/** Everything the line did, with keys in one order. */
function entryText({ occurredAt, businessDate: on, effects }: DrivenEntry, stage: Stage): string {
  return aliased(sortedJson({ occurredAt, businessDate: on, ...effects }), stage);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function aliased(text: string, stage: Stage): string {
  let written = text;
  for (const [id, name] of stage.aliases()) {
    written = written.replaceAll(`"${id}"`, `"${name}"`).replaceAll(`"${id}|`, `"${name}|`);
  }
  return written;
}
