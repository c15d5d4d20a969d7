import type { Fact } from '../../../reports/facts.js';
import { CASE_STATUS_WORDS, itemWords, LINE_WORDS, stamp } from '../../../reports/words.js';
import type { LineKind } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import type { Site } from '../../domain/product.js';
import type { Kind } from '../../domain/request.js';
import { discrepancyDocument } from './discrepancy-document.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import type { DocumentParts } from './ledger-document.js';
import { lossRecords } from './loss-records.js';
import { DUTY_WORDS, dutyStatus, LOSS_WORDS } from './loss-wording.js';

// The keys of the words are kinds of entry.
const PRINTED_KINDS = Object.keys(LINE_WORDS) as readonly (LineKind & Kind)[];

/** What the leaf of a line that awaits a second signature has. */
const OWED = '"awaiting":"';

/** What nothing had settled at the checkpoint: cases, duties of losses, lines without their second signature. */
export async function openExceptions(parts: DocumentParts, site: Site): Promise<readonly Fact[]> {
  return [
    ...(await openCases(parts, site)),
    ...(await owedDuties(parts)),
    ...(await unsignedLines(parts)),
  ];
}

async function openCases(parts: DocumentParts, site: Site): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const each of discrepancyDocument(parts, site).cases()) {
    if (each.status !== 'open') continue;
    const due = each.due === null ? '' : `, due ${each.due}`;
    found.push({
      group: 'Discrepancies',
      name: `Case ${each.id}`,
      value: `${CASE_STATUS_WORDS[each.status]}: ${itemWords(each.item)}${due}`,
    });
  }
  return found;
}

async function owedDuties(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  for await (const { loss, duties } of lossRecords(parts)) {
    const owed = duties.filter(({ status }) => status === 'open' || status === 'overdue');
    for (const each of owed) {
      const until = each.lastDay === null ? '' : `, last day ${each.lastDay}`;
      found.push({
        group: 'Thefts and losses',
        name: `Loss ${loss.id}`,
        value: `${LOSS_WORDS[loss.status]}: ${DUTY_WORDS[each.duty]} to ${each.to} ${dutyStatus(each, loss, parts.head.site.zone)}${until}`,
      });
    }
    if (duties.length === 0 && loss.discoveredAt === null) {
      found.push({
        group: 'Thefts and losses',
        name: `Loss ${loss.id}`,
        value: `Suspected ${stamp(loss.suspectedAt, parts.head.site.zone)}, neither discovered nor explained`,
      });
    }
  }
  return found;
}

async function unsignedLines(parts: DocumentParts): Promise<readonly Fact[]> {
  const found: Fact[] = [];
  const isWanted = (entry: Entry): boolean => awaitedBy(entry) !== null;
  const owing = entriesOfKinds(parts, PRINTED_KINDS, { isWanted, mark: OWED });
  for await (const { entry, around } of owing) {
    if (around.standing(entry.seq).settledBy !== null) continue;
    found.push({
      group: 'Lines without their second signature',
      name: `Line ${entry.seq}`,
      value: `${LINE_WORDS[entry.kind as LineKind]}, ${stamp(entry.occurredAt, parts.head.site.zone)}: ${awaitedBy(entry) ?? ''} missing`,
    });
  }
  return found;
}

function awaitedBy(entry: Entry): string | null {
  const own = entry.effects.states.find(
    (state) => state.noun === 'line' && state.id === String(entry.seq),
  );
  return own?.noun === 'line' ? own.awaiting : null;
}
