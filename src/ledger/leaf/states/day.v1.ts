import type { Day, Review } from '../../../domain/days/day.js';
import { as, list, nullable, oneOf, record } from '../codec.js';
import type { Codec } from '../codec.js';
import { excused } from '../day-close.v1.js';
import { line, lineId, personId } from '../ids.js';
import { date } from '../values.js';

export const dayStateV1: Codec<Day> = record<Day>({
  noun: as('noun', oneOf('day')),
  id: as('id', date),
  line: as('line', line),
  closedBy: as('closed_by', personId),
  excused: as('excused', list(excused)),
  late: as('late', list(line)),
  review: as('review', nullable(line)),
  reviewedTo: as('reviewed_to', nullable(line)),
});

export const reviewStateV1: Codec<Review> = record<Review>({
  noun: as('noun', oneOf('review')),
  id: as('id', lineId),
  from: as('from', line),
  to: as('to', line),
  days: as('days', list(date)),
  reviewer: as('reviewer', personId),
});
