import type { LineStanding } from '../../../domain/entry.js';
import type { Kind } from '../../../domain/request.js';
import { as, id, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { line, lineId, personOrSystem } from '../ids.js';
import { instant } from '../values.js';

export const lineStateV1: Codec<LineStanding> = record<LineStanding>({
  noun: as('noun', oneOf('line')),
  id: as('id', lineId),
  kind: as('kind', id<Kind>('kind of entry')),
  performer: as('performer', personOrSystem),
  occurredAt: as('occurred_at', instant),
  awaiting: as('awaiting', nullable(oneOf('witness', 'verification', 'approval', 'review'))),
  settledBy: as('settled_by', nullable(line)),
  correctedBy: as('corrected_by', nullable(line)),
});
