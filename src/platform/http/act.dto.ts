import { asId } from '../../domain/ids.js';
import type { PersonId } from '../../domain/ids.js';
import { instant } from '../../domain/measures/instant.js';
import { REFUSALS } from '../../domain/rejection.js';
import { REASONS, SOURCES } from '../../domain/request.js';
import type { PersonalField, Reason, RequestHead, Source } from '../../domain/request.js';
import { Choice, Choices, Coded, CodedList, Moment, Text } from './members.js';

/** Codes that a person can answer with yes. */
const QUESTIONS = Object.entries(REFUSALS)
  .filter(([, refusal]) => refusal.class === 'question')
  .map(([code]) => code);

export const PERSON_ID = /^person-\d{1,15}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MOST_SIGNATURES = 4;
const LONGEST_NOTE = 2_000;

/** What every act says about itself. Doors add what was done. */
export class ActDto {
  @Choice({
    says: '`intended` asks beforehand; `done` tells what has happened and cannot be undone',
    of: ['intended', 'done'],
  })
  posture!: RequestHead['posture'];

  @Moment({ says: 'When it happened, or is about to' })
  occurredAt!: string;

  @Choice({
    says: 'Why a rule could not be kept, or why the entry comes late',
    of: REASONS,
    optional: true,
  })
  reason?: Reason | null;

  @Choices({
    says: 'Codes of the questions that the person has answered with yes',
    of: QUESTIONS,
    optional: true,
  })
  confirmed?: readonly string[] | null;

  @Text({ says: 'Free text; kept confidential', max: LONGEST_NOTE, optional: true })
  note?: string | null;

  @Choice({ says: 'Where the facts come from; `manual` if left out', of: SOURCES, optional: true })
  source?: Source | null;

  @Coded({
    says:
      'Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs ' +
      'by a signature of their own, or not at all',
    pattern: PERSON_ID,
    form: 'the id of a person',
    optional: true,
    example: 'person-7',
  })
  performer?: string | null;

  @CodedList({
    says: 'Signatures of second persons that were made for this entry',
    pattern: UUID,
    form: 'ids of signatures',
    max: MOST_SIGNATURES,
    optional: true,
  })
  signatures?: readonly string[] | null;
}

/** The head of a domain request, from the DTO of its act. `personal` adds the kind's own fields about persons. */
export function headOf(act: ActDto, personal: readonly PersonalField[] = []): RequestHead {
  const note: readonly PersonalField[] =
    act.note == null ? [] : [{ field: 'note', value: act.note, retention: 'case' }];
  return {
    posture: act.posture,
    occurredAt: instant(act.occurredAt),
    reason: act.reason ?? null,
    confirmed: [...(act.confirmed ?? [])].sort(),
    personal: [...personal, ...note],
  };
}

/** Who did it, if another than the person who is signed in. */
export const performerOf = (act: ActDto): PersonId | null =>
  act.performer == null ? null : asId(act.performer);
