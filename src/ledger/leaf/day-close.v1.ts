import { EXCUSES } from '../../domain/days/day.js';
import type { Excused } from '../../domain/days/day.js';
import { as, list, oneOf, record, text } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { date } from './values.js';

export const excused: Codec<Excused> = record<Excused>({
  what: as('what', text),
  why: as('why', oneOf(...EXCUSES)),
});

export const dayCloseV1: Codec<BodyOf<'day-close'>> = record<BodyOf<'day-close'>>({
  ...HEAD,
  date: as('date', date),
  excused: as('excused', list(excused)),
});
