import type { Episode } from '../quarter.js';
import { CORRECTIONS } from './corrections.js';
import { DEPARTURES } from './departures.js';
import { DISCREPANCIES } from './discrepancies.js';
import { INSPECTION } from './inspection.js';
import { LOSSES } from './losses.js';
import { OFFICE } from './office.js';
import { RECALLS } from './recalls.js';
import { SHELVES } from './shelves.js';

/** What happens at the clinic besides infusions, deliveries and counts, in the order in which it happens on one day. */
export const STORY: readonly Episode[] = [
  ...OFFICE,
  ...DISCREPANCIES,
  ...LOSSES,
  ...CORRECTIONS,
  ...SHELVES,
  ...RECALLS,
  ...DEPARTURES,
  ...INSPECTION,
];
