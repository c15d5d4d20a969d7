import { COUNT_TYPES } from '../../domain/counting/count.js';
import type { CountType } from '../../domain/counting/count.js';
import type { CountFacts } from '../../domain/request.js';
import type { LedgerId } from '../../domain/ids.js';
import { rejection } from '../../domain/rejection.js';
import { headOf } from '../../platform/http/act.dto.js';
import { Problem } from '../../platform/http/problem.js';
import type { ActForm } from '../act-form.js';
import { figuresOf, PLACE_NAMES, placeOf } from '../counted-lines.js';
import { unitsOfOpen } from '../counted-place.dto.js';
import type { RunningCounts } from '../running-counts.js';
import { isWhatWasFound, secondCountOf } from '../second-counts.js';
import { TallyDto } from './counts.dto.js';
import { investigatorsCount, investigatorsNamed } from './investigators.dto.js';

/** The forms of a count and of a recount: what the running count knows is added to what was handed in. */
export const countForm = <K extends 'count' | 'recount'>(
  kind: K,
  running: Pick<RunningCounts, 'draft'>,
): ActForm<K, TallyDto> => ({
  kind,
  title: kind === 'count' ? 'Count' : 'Recount',
  dto: TallyDto,
  units: ({ open, investigators }) => [
    ...unitsOfOpen(open, 'open'),
    ...unitsOfOpen(investigators?.open ?? [], 'investigators.open'),
  ],
  // A count and a recount say the same.
  read: async (dto, site) => ({ ...(await factsOf(dto, site, running)), kind }) as never,
});

async function factsOf(
  dto: TallyDto,
  site: LedgerId,
  running: Pick<RunningCounts, 'draft'>,
): Promise<CountFacts> {
  if (dto.count === undefined) throw Problem.of('count.not-found');
  const draft = await running.draft(site, dto.count);
  if (draft.location === null) throw Problem.of('count.not-found');
  const type = COUNT_TYPES.find((each) => each === draft.type) satisfies CountType | undefined;
  if (type === undefined) throw new Error(`a running count of the unknown kind ${draft.type}`);
  const { location, startedAt, recounts, apart } = draft;
  // Before both have found the same, nothing is made of what either found: not even a hash that could be tried.
  if (apart !== null && !isWhatWasFound(figuresOf(dto, PLACE_NAMES), apart))
    throw Problem.rejected(rejection('count.counters-differ'));
  const place = { location, ...placeOf(dto, draft, PLACE_NAMES) };
  return {
    ...headOf(dto, investigatorsNamed(dto.investigators)),
    ...place,
    type,
    startedAt,
    recounts,
    second: apart && secondCountOf(place, apart),
    investigators: investigatorsCount(dto.investigators),
  };
}
