import { correctionsDocument } from '../../../reports/corrections.js';
import type { CorrectionLine, LateLine } from '../../../reports/corrections.js';
import type { TableDocument } from '../../../reports/table-document.js';
import { LINE_WORDS } from '../../../reports/words.js';
import type { LineKind } from '../../../reports/words.js';
import type { Entry } from '../../domain/entry.js';
import { minutesBetween } from '../../domain/measures/instant.js';
import type { Kind } from '../../domain/request.js';
import { entriesOfKinds } from './entries-of-kinds.js';
import { itemsOf } from './entry-subject.js';
import type { DocumentParts } from './ledger-document.js';
import { kindOf } from './ledger-line.js';
import { detailOf, dispositionDetail, partyOf } from './line-detail.js';
import { factsOf } from './line-facts.js';
import type { Surroundings } from './surroundings.js';
import { changeWords, quantitiesWords } from './wording.js';

// The keys of the words are kinds of entry.
const PRINTED_KINDS = Object.keys(LINE_WORDS) as readonly (LineKind & Kind)[];

/** How the codes of late entries begin. */
const LATE = 'entry.late';

/** Every correction and every late entry of the period. */
export function correctionsOf(parts: DocumentParts): TableDocument {
  return correctionsDocument({
    head: parts.head,
    corrections: parts.kept.once(() => corrections(parts)),
    late: parts.kept.once(() => late(parts)),
  });
}

async function* corrections(parts: DocumentParts): AsyncGenerator<CorrectionLine> {
  const { reading } = parts;
  for await (const { entry, around } of entriesOfKinds(parts, ['correction'])) {
    const { request } = entry;
    if (request.kind !== 'correction') continue;
    const original = (await reading.entries([request.original])).get(request.original);
    if (original === undefined) throw new Error(`expected line ${request.original}, found none`);
    yield {
      ...factsOf(entry, around),
      original: {
        sequence: original.seq,
        kind: kindOf(original),
        occurredAt: original.occurredAt,
        performedBy: reading.staff.of(original.performer, original).initials,
        said: movedWords(original),
      },
      says: changeWords(request.change),
    };
  }
}

async function* late(parts: DocumentParts): AsyncGenerator<LateLine> {
  const isWanted = ({ effects }: Entry): boolean =>
    effects.flags.some(({ code }) => code.startsWith(LATE));
  const lateOnes = entriesOfKinds(parts, PRINTED_KINDS, { isWanted, mark: LATE });
  for await (const { entry, around } of lateOnes) {
    yield {
      ...factsOf(entry, around),
      kind: kindOf(entry),
      about: aboutOf(entry, around),
      minutesLate: minutesBetween(entry.occurredAt, entry.recordedAt),
    };
  }
}

function movedWords(entry: Entry): string {
  return [...itemsOf(entry)]
    .map((item) => quantitiesWords(entry, item))
    .filter((words) => words !== '')
    .join('; ');
}

/** A name is a paragraph of its own: what is read from right to left turns nothing that we say beside it. */
function aboutOf(entry: Entry, around: Surroundings): string {
  const [item] = itemsOf(entry);
  const detail = item === undefined ? null : detailOf(entry, item, around);
  const became = [movedWords(entry), detail ?? dispositionDetail(entry)].filter(isSaid).join('; ');
  return [partyOf(entry, around), became].filter(isSaid).join('\n');
}

const isSaid = (text: string | null): text is string => text !== null && text !== '';
