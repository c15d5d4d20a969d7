import { isolated } from '../../../reports/isolated.js';
import type { CaseEvent } from '../../../reports/discrepancy-rows.js';
import { CASE_STATUS_WORDS, CAUSE_WORDS, figure, LINE_WORDS } from '../../../reports/words.js';
import type { OpenResult, SealedResult } from '../../domain/counting/count.js';
import type { Discrepancy } from '../../domain/findings/discrepancy.js';
import { countedIn, measuredIn } from '../../domain/counting/counted.js';
import type { Entry } from '../../domain/entry.js';
import type { DiscrepancyRequest } from '../../domain/request.js';
import { methodOf } from './count-memo.js';
import { foundByOthers } from './found-by-others.js';
import { detailOf, dispositionDetail } from './line-detail.js';
import { factsOf } from './line-facts.js';
import { joined } from './ledger-line.js';
import type { Surroundings } from './surroundings.js';
import { quantitiesWords } from './wording.js';

/** One entry of a case's timeline: what was done, by whom, and what was found or said. */
export function caseEvent(entry: Entry, state: Discrepancy, around: Surroundings): CaseEvent {
  const { sequence, occurredAt, performedBy, witness, remark } = factsOf(entry, around);
  const { act, text } = told(entry, state, around);
  return {
    sequence,
    occurredAt,
    act,
    performedBy,
    witness,
    text: joined(text, remark) ?? '',
  };
}

function told(
  entry: Entry,
  state: Discrepancy,
  around: Surroundings,
): { readonly act: string; readonly text: string } {
  const { request } = entry;
  if (request.kind === 'discrepancy') return step(entry, request, around);
  if (countedIn(entry).length > 0) return counted(entry, state, around);
  const isOwn = state.lines.includes(entry.seq);
  const act = request.kind in LINE_WORDS ? LINE_WORDS[request.kind as keyof typeof LINE_WORDS] : '';
  const late = entry.effects.flags.some(({ code }) => code === 'entry.late');
  const moved = quantitiesWords(entry, state.item);
  const detail = detailOf(entry, state.item, around) ?? dispositionDetail(entry) ?? '';
  const text = [moved, detail].filter((part) => part !== '').join('; ');
  return {
    act: `${act}${late ? ', entered late' : ''}`,
    text: isOwn ? `${text}.` : `Explains the case: ${text}.`,
  };
}

function step(
  entry: Entry,
  request: DiscrepancyRequest,
  around: Surroundings,
): { readonly act: string; readonly text: string } {
  if (request.act === 'noted') return { act: 'Noted', text: '' };
  if (request.act === 'assigned') {
    const owner =
      request.owner === null ? 'nobody' : around.staff.called(request.owner, entry).printedName;
    return {
      act: 'Assigned',
      text: `To ${isolated(owner)}${request.due === null ? '' : `, due ${request.due}`}.`,
    };
  }
  const outcome = request.outcome === null ? '' : CASE_STATUS_WORDS[request.outcome];
  const cause = request.cause === null ? '' : `: ${CAUSE_WORDS[request.cause].toLowerCase()}`;
  return { act: 'Closed', text: `${outcome}${cause}.` };
}

function counted(
  entry: Entry,
  state: Discrepancy,
  around: Surroundings,
): { readonly act: string; readonly text: string } {
  const act = state.lines[0] === entry.seq ? 'Count' : 'Counted again';
  const places = countedIn(entry).map(({ found }) => found);
  const open = places
    .flatMap((place) => place.open)
    .find(({ container }) => container === state.container);
  const others = foundByOthers(entry, around);
  if (open !== undefined) {
    const text = openWords(open, methodOf(measuredIn(entry), open.container));
    return { act, text: [text, ...others.open(open.container).map(sentence)].join(' ') };
  }
  const sealed = places
    .flatMap((place) => place.sealed)
    .find(({ discrepancy }) => discrepancy === state.id);
  if (sealed === undefined) return { act, text: '' };
  return { act, text: [sealedWords(sealed), ...others.sealed(sealed).map(sentence)].join(' ') };
}

const sentence = (words: string): string => `${capital(words)}.`;

/** "Measured first 5.000, then 5.100, book 6.450." */
export function openWords(
  { first, counted: now, book, discrepancy }: OpenResult,
  method: string,
): string {
  const before = first === now ? '' : `first ${figure(first)}, then `;
  const verdict = discrepancy === null ? ' The container explains it.' : '';
  return `${capital(method)} ${before}${figure(now)}, book ${figure(book)}.${verdict}`;
}

function sealedWords({ first, counted: now, book, block }: SealedResult): string {
  const before = first === now ? '' : `first ${first}, then `;
  return `${capital(block)} containers: ${before}${now}, book ${book}.`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
