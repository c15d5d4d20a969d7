import { BREAKAGE_CAUSES } from '../../domain/stock/container.js';
import type { BreakageRequest } from '../../domain/request.js';
import { as, list, oneOf, record } from './codec.js';
import type { Codec } from './codec.js';
import { HEAD } from './body.js';
import type { BodyOf } from './body.js';
import { containerId } from './ids.js';
import { quantity } from './values.js';

export const breakageV1: Codec<BodyOf<'breakage'>> = record<BodyOf<'breakage'>>({
  ...HEAD,
  cause: as('cause', oneOf(...BREAKAGE_CAUSES)),
  lines: as(
    'lines',
    list(
      record<BreakageRequest['lines'][number]>({
        container: as('container', containerId),
        recovered: as('recovered', quantity),
      }),
    ),
  ),
});
