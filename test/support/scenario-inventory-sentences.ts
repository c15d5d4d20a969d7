import { QUARANTINE_REASONS } from '../../src/domain/stock/container.js';
import { asId } from '../../src/domain/ids.js';
import { addDays, businessDate } from '../../src/domain/measures/instant.js';
import type { BusinessDate, Instant } from '../../src/domain/measures/instant.js';
import { ASSERTING_INVENTORIES } from '../../src/domain/counting/inventory.js';
import type {
  FilingRequest,
  InventoryPlace,
  InventoryQuarantinedLine,
  InventoryRequest,
} from '../../src/domain/request.js';
import { hyphened } from './scenario-additions.js';
import { oneOf } from './scenario-cast.js';
import { lineOf } from './scenario-control-sentences.js';
import { openLine, sealedLine } from './scenario-count-sentences.js';
import type { Saying, SentenceForm } from './scenario-sentences.js';
import { part } from './scenario-stage.js';
import type { Parts, Stage } from './scenario-stage.js';
import { splitAnd } from './scenario.js';

/** Sentences about inventories that assert what is there. */
export const INVENTORY_SENTENCES: readonly SentenceForm[] = [
  {
    form: /^takes the (?<type>biennial|annual|closing|relocation out|newly scheduled) inventory(?: of (?<items>.+?))? as of (?<asOf>opening|close) of (?<date>\S+): (?<places>.+)$/,
    says: asserted,
  },
  { form: /^files the signed copy of (?<line>.+)$/, says: filed },
];

async function filed(parts: Parts, { head, stage }: Saying): Promise<FilingRequest> {
  const name = part(parts, 'line');
  const line = lineOf(name, stage);
  return {
    ...head,
    kind: 'filing',
    line,
    leaf: line < stage.size ? stage.leafOf(line) : asId(`${'A'.repeat(43)}=`),
    file: await stage.file(`signed copy of ${name}`),
  };
}

async function asserted(
  parts: Parts,
  { head, additions, stage }: Saying,
): Promise<InventoryRequest> {
  const { measuredBefore, begunAt, occurredAt } = additions;
  const at = measuredBefore === null ? stage.size : stage.thing(measuredBefore).line;
  const asOf = oneOf(['opening', 'close'], part(parts, 'asOf'));
  const date = businessDate(part(parts, 'date'));
  const moment = stage.instant(asOf === 'opening' ? date : nextDay(date), '00:00');
  return {
    ...head,
    kind: 'inventory',
    type: oneOf(ASSERTING_INVENTORIES, hyphened(part(parts, 'type'))),
    asOf,
    startedAt: begunAt ?? occurredAt,
    endedAt: occurredAt,
    sealed: [],
    open: [],
    previous: null,
    date,
    places: part(parts, 'places')
      .split('; ')
      .map((text) => placeOf(text, at, stage)),
    items:
      parts['items'] === undefined ? [] : splitAnd(parts['items']).map((each) => stage.item(each)),
    since: await linesSince(moment, at, stage),
    relocated: null,
  };
}

const nextDay = (date: BusinessDate): BusinessDate => addDays(date, 1);

/** "in the safe 3 sealed ketamine 50 and vial A at 6.600 mL and 1 quarantined ketamine 50 (as expired)" */
function placeOf(text: string, at: number, stage: Stage): InventoryPlace {
  const { location = '', lines: told = '' } =
    /^in the (?<location>\S+) (?<lines>.+)$/.exec(text)?.groups ?? {};
  const lines = splitAnd(told).filter((line) => line !== 'nothing');
  const of = (form: RegExp) => lines.filter((line) => form.test(line));
  return {
    location: asId(location),
    at,
    sealed: of(/^\d+ sealed /).map((line) => sealedLine(line, stage)),
    quarantined: of(/^\d+ quarantined /).map((line) => quarantinedLine(line, stage)),
    open: of(/ at \S+ mL/).map((line) => openLine(line, at, stage)),
  };
}

/** "2 quarantined ketamine 50 as expired" */
function quarantinedLine(text: string, stage: Stage): InventoryQuarantinedLine {
  const { line = '', why = '' } =
    /^(?<line>.+?) as (?<why>[a-z -]+?)(?= \(|$)/.exec(text)?.groups ?? {};
  const rest = text.slice(text.indexOf(` as ${why}`) + ` as ${why}`.length);
  const counted = sealedLine(`${line}${rest}`, stage);
  const reason = oneOf(QUARANTINE_REASONS, hyphened(why));
  return { ...counted, reasons: [{ why: reason, containers: counted.containers }] };
}

/** The lines that touched stock, happened at a moment or after it, and were recorded before the count. */
async function linesSince(moment: Instant, size: number, stage: Stage): Promise<readonly number[]> {
  const lines: number[] = [];
  for (let line = 1; line < size; line += 1) {
    const { request, occurredAt, effects } = await stage.driver.entry(line);
    const corrected =
      request.kind === 'correction' ? await stage.driver.entry(request.original) : undefined;
    const at = corrected?.occurredAt ?? occurredAt;
    const isOfStock =
      effects.movements.length > 0 || effects.states.some(({ noun }) => noun === 'condition');
    if (isOfStock && request.kind !== 'inventory' && at >= moment) lines.push(line);
  }
  return lines;
}
