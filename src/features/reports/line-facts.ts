import { isolated } from '../../../reports/isolated.js';
import type { LineFacts, WitnessMark } from '../../../reports/head.js';
import type { Entry, Flag, LineStanding } from '../../domain/entry.js';
import type { AuditItem } from '../../domain/ids.js';
import { confirmedWords, REASON_WORDS } from './wording.js';
import type { Surroundings } from './surroundings.js';

/** Which flags of an entry a row of it shows. */
export type Shown = (flag: Flag) => boolean;

/** What a line says of itself in every document: when, who, who stood beside it, and what departs from the rule. */
export function factsOf(
  entry: Entry,
  around: Surroundings,
  isShown: Shown = () => true,
): LineFacts {
  const standing = around.standing(entry.seq);
  const codes = entry.effects.flags.filter(isShown).map(({ code }) => code);
  return {
    sequence: entry.seq,
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
    isLate: codes.includes('entry.late'),
    performedBy: around.staff.of(entry.performer, entry).initials,
    transcribedBy:
      entry.transcriber === null ? null : around.staff.of(entry.transcriber, entry).initials,
    witness: witnessOf(entry, around),
    flags: [...new Set(codes.filter(isPrinted).map(flagName)), ...owedFlags(entry, around)],
    corrects: entry.request.kind === 'correction' ? entry.request.line : null,
    correctedBy: standing.correctedBy,
    remark: remarkOf(entry, around, codes),
  };
}

/** Who was owed to a line when it was recorded. */
function owedBy(entry: Entry): LineStanding['awaiting'] {
  const own = entry.effects.states.find(
    (state) => state.noun === 'line' && state.id === String(entry.seq),
  );
  return own?.noun === 'line' ? own.awaiting : null;
}

export function witnessOf(entry: Entry, around: Surroundings): WitnessMark {
  const second = entry.signatures.find(({ meaning }) => meaning !== 'performed');
  if (second !== undefined) {
    const { initials } = around.staff.of(second.person, entry);
    return { state: 'witnessed', initials, method: second.method };
  }
  const owed = owedBy(entry);
  if (owed === null) return { state: 'not-required' };
  const line = around.standing(entry.seq).settledBy;
  // What is owed to a delivery or a correction is not a witness: a flag tells that it is missing.
  if (line === null) return { state: owed === 'witness' ? 'unwitnessed' : 'not-required' };
  const settled = around.entry(line);
  const own = settled.signatures.find(({ meaning }) => meaning === 'performed');
  const { initials } = around.staff.of(settled.performer, settled);
  return { state: 'countersigned', initials, method: own?.method ?? 'session', line };
}

function owedFlags(entry: Entry, around: Surroundings): readonly string[] {
  const owed = owedBy(entry);
  if (owed === null || around.standing(entry.seq).settledBy !== null) return [];
  switch (owed) {
    case 'verification':
      // A move without its receiver says so by its own flag.
      return entry.kind === 'receipt' ? ['receipt.unverified'] : [];
    case 'approval':
      return ['correction.unapproved'];
    case 'review':
      return ['hand-over.unreviewed'];
    case 'witness':
      return [];
  }
}

/** On the pages of one audit item, what departs in another one's containers is left to that one's pages. */
export function aboutItem({ effects }: Entry, item: AuditItem): Shown {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const state of effects.states) {
    if (state.noun !== 'stock' && state.noun !== 'condition' && state.noun !== 'draw') continue;
    const group = state.item === item ? own : others;
    group.add(state.id);
    if (state.noun === 'stock') group.add(state.lot);
  }
  return ({ about }) => about === null || own.has(about) || !others.has(about);
}

/** A witness who came late is no late line. */
const flagName = (code: string): string => (code === 'witness.late' ? 'witness-late' : code);

/** Flags that the columns beside them say already, or that become words. */
const isPrinted = (code: string): boolean =>
  !code.startsWith('confirmed:') &&
  code !== 'entry.late' &&
  code !== 'receipt.unverified' &&
  !code.endsWith('.needs-witness');

function remarkOf(entry: Entry, around: Surroundings, codes: readonly string[]): string | null {
  const { reason } = entry.request;
  const note = around.personal(entry.seq, 'note');
  const parts = [
    ...(reason === null || reason === 'other' ? [] : [`${REASON_WORDS[reason]}.`]),
    ...codes.filter((code) => code.startsWith('confirmed:')).map(confirmedWords),
    ...(note === null ? [] : [isolated(note)]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
