import type { DrawId } from '../../domain/ids.js';
import type { Quantity } from '../../domain/measures/quantity.js';
import { as, list, record } from './codec.js';
import type { Codec } from './codec.js';
import { drawId } from './ids.js';
import { quantity } from './values.js';

interface DrawLine {
  readonly draw: DrawId;
  readonly quantity: Quantity;
}

/** How much of which draws. */
export const drawLines: Codec<readonly DrawLine[]> = list(
  record<DrawLine>({ draw: as('draw', drawId), quantity: as('quantity', quantity) }),
);
