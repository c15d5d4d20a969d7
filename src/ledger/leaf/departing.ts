/** Lines of containers that leave whole, as several kinds have them. */
import { COUNT_METHODS } from '../../domain/counting/count.js';
import type { DepartingLine, Measure } from '../../domain/stock/departure.js';
import { as, list, nullable, oneOf, record } from './codec.js';
import { containerId } from './ids.js';
import { quantity } from './values.js';

const measure = record<Measure>({
  quantity: as('quantity', quantity),
  method: as('method', oneOf(...COUNT_METHODS)),
  resolution: as('resolution', quantity),
});

export const departingLines = list(
  record<DepartingLine>({
    container: as('container', containerId),
    measured: as('measured', nullable(measure)),
  }),
);
